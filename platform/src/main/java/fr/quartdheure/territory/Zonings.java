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

/** The zones of the regional health agency, by commune and service. Thread-safe. */
@Repository
public class Zonings {

    private static final String LIST = """
            select commune_code, service_code, zone, year, source
            from territory.zoning order by commune_code, service_code
            """;
    private static final String OF_SERVICE = """
            select commune_code, service_code, zone, year, source
            from territory.zoning where service_code = :service order by commune_code
            """;
    private static final String LINEAGE = """
            select source, max(imported_at) as imported_at, count(*) as figures, false as estimated
            from territory.zoning where service_code = :service group by source order by count(*) desc, source
            """;
    private static final String SAVE = """
            insert into territory.zoning (commune_code, service_code, zone, year, source, imported_at)
            select n.code, n.service, n.zone, n.year, n.source, :now::timestamptz
            from unnest(:codes::text[], :services::text[], :zones::text[], :years::int[], :sources::text[])
              as n (code, service, zone, year, source)
            on conflict (commune_code, service_code) do update set
              zone = excluded.zone, year = excluded.year, source = excluded.source, imported_at = excluded.imported_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Zonings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All, by commune and service. */
    public List<Zoning> list() {
        return jdbc.sql(LIST).query(Zonings::zoning).list();
    }

    /** Of one service, by commune. */
    public List<Zoning> ofService(String serviceCode) {
        return jdbc.sql(OF_SERVICE)
                .param("service", serviceCode)
                .query(Zonings::zoning)
                .list();
    }

    /** Where the zones of a service come from, the most telling source first. */
    public List<Lineage> lineage(String serviceCode) {
        return jdbc.sql(LINEAGE)
                .param("service", serviceCode)
                .query(Lineages::lineage)
                .list();
    }

    void saveAll(Collection<Zoning> zonings) {
        var batch = new ArrayList<>(zonings);
        jdbc.sql(SAVE)
                .param("codes", batch.stream().map(Zoning::communeCode).toArray(String[]::new))
                .param("services", batch.stream().map(Zoning::serviceCode).toArray(String[]::new))
                .param("zones", batch.stream().map(one -> one.zone().code()).toArray(String[]::new))
                .param("years", batch.stream().map(Zoning::year).toArray(Integer[]::new))
                .param("sources", batch.stream().map(Zoning::source).toArray(String[]::new))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    private static Zoning zoning(ResultSet row, int number) throws SQLException {
        return new Zoning(
                row.getString("commune_code"),
                row.getString("service_code"),
                Zone.of(row.getString("zone")),
                row.getObject("year", Integer.class),
                row.getString("source"));
    }
}
