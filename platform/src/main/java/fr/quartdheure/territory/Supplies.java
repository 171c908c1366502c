package fr.quartdheure.territory;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The care offered in each commune, as files tell it. Thread-safe. */
@Repository
public class Supplies {

    private static final String LIST = """
            select commune_code, service_code, consultations, professionals, estimated, source
            from territory.supply order by commune_code, service_code
            """;
    private static final String OF_SERVICE = """
            select commune_code, service_code, consultations, professionals, estimated, source
            from territory.supply where service_code = :service order by commune_code
            """;
    private static final String LINEAGE = """
            select source, max(imported_at) as imported_at, count(*) as figures, bool_or(estimated) as estimated
            from territory.supply where service_code = :service group by source order by count(*) desc, source
            """;
    private static final String SAVE = """
            insert into territory.supply
              (commune_code, service_code, consultations, professionals, estimated, source, imported_at)
            select n.code, n.service, n.consultations, n.professionals, n.estimated, n.source, :now::timestamptz
            from unnest(:codes::text[], :services::text[], :consultations::float8[], :professionals::float8[],
                   :estimated::bool[], :sources::text[])
              as n (code, service, consultations, professionals, estimated, source)
            on conflict (commune_code, service_code) do update set
              consultations = excluded.consultations, professionals = excluded.professionals,
              estimated = excluded.estimated, source = excluded.source, imported_at = excluded.imported_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Supplies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All, by commune and service. */
    public List<Supply> list() {
        return jdbc.sql(LIST).query(Supplies::supply).list();
    }

    /** Of one service, by commune. */
    public List<Supply> ofService(String serviceCode) {
        return jdbc.sql(OF_SERVICE)
                .param("service", serviceCode)
                .query(Supplies::supply)
                .list();
    }

    /** Where the figures of a service come from, the most telling source first. */
    public List<Lineage> lineage(String serviceCode) {
        return jdbc.sql(LINEAGE)
                .param("service", serviceCode)
                .query(Lineages::lineage)
                .list();
    }

    void saveAll(Collection<Supply> supplies) {
        var batch = new ArrayList<>(supplies);
        jdbc.sql(SAVE)
                .param("codes", batch.stream().map(Supply::communeCode).toArray(String[]::new))
                .param("services", batch.stream().map(Supply::serviceCode).toArray(String[]::new))
                .param(
                        "consultations",
                        batch.stream().mapToDouble(Supply::consultations).toArray())
                .param(
                        "professionals",
                        batch.stream().map(Supply::professionals).toArray(Double[]::new))
                .param("estimated", batch.stream().map(Supply::estimated).toArray(Boolean[]::new))
                .param("sources", batch.stream().map(Supply::source).toArray(String[]::new))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    private static Supply supply(ResultSet row, int number) throws SQLException {
        return new Supply(
                row.getString("commune_code"),
                row.getString("service_code"),
                row.getDouble("consultations"),
                row.getObject("professionals", Double.class),
                row.getBoolean("estimated"),
                row.getString("source"));
    }
}
