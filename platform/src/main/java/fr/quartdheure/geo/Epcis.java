package fr.quartdheure.geo;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The EPCI that each commune belongs to, as far as files told. Thread-safe. */
@Repository
public class Epcis {

    private static final String BY_COMMUNE = """
            select m.commune_code, e.code, e.name from geo.commune_epci m join geo.epci e on e.code = m.epci_code
            """;
    private static final String SAVE = """
            insert into geo.epci (code, name)
            select distinct on (n.code) n.code, n.name from unnest(:codes::text[], :names::text[]) as n (code, name)
            order by n.code, n.name
            on conflict (code) do update set name = excluded.name where epci.name <> excluded.name
            """;
    private static final String JOIN = """
            insert into geo.commune_epci (commune_code, epci_code)
            select n.commune, n.epci from unnest(:communes::text[], :epcis::text[]) as n (commune, epci)
            on conflict (commune_code) do update set epci_code = excluded.epci_code
            where commune_epci.epci_code <> excluded.epci_code
            """;

    private final JdbcClient jdbc;

    Epcis(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the code of the commune; a commune of which nobody told is absent. */
    public Map<String, Epci> byCommune() {
        var byCommune = new HashMap<String, Epci>();
        jdbc.sql(BY_COMMUNE).query(row -> {
            byCommune.put(row.getString("commune_code"), new Epci(row.getString("code"), row.getString("name")));
        });
        return byCommune;
    }

    /** @param byCommune by the code of a commune that is there */
    @Transactional
    public void saveAll(Map<String, Epci> byCommune) {
        String[] codes = byCommune.values().stream().map(Epci::code).toArray(String[]::new);
        jdbc.sql(SAVE)
                .param("codes", codes)
                .param("names", byCommune.values().stream().map(Epci::name).toArray(String[]::new))
                .update();
        jdbc.sql(JOIN)
                .param("communes", byCommune.keySet().toArray(String[]::new))
                .param("epcis", codes)
                .update();
    }
}
