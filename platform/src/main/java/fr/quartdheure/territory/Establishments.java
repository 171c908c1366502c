package fr.quartdheure.territory;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hospitals, emergency departments and perinatal centres, as files tell them. Thread-safe. */
@Repository
public class Establishments {

    private static final String LIST = """
            select kind, finess, name, commune_code, lat, lon, told_by, source
            from territory.establishment order by kind, code
            """;
    private static final String LINEAGE = """
            select source, max(imported_at) as imported_at, count(*) as figures, false as estimated
            from territory.establishment where kind = :kind group by source order by count(*) desc, source
            """;
    private static final String SAVE = """
            insert into territory.establishment
              (kind, code, finess, name, commune_code, lat, lon, told_by, source, imported_at)
            select n.kind, n.code, n.finess, n.name, n.commune, n.lat, n.lon, n.told_by, n.source, :now::timestamptz
            from unnest(:kinds::text[], :codes::text[], :finess::text[], :names::text[], :communes::text[],
                   :lats::float8[], :lons::float8[], :tellers::text[], :sources::text[])
              as n (kind, code, finess, name, commune, lat, lon, told_by, source)
            on conflict (kind, code) do update set
              finess = excluded.finess, name = excluded.name, commune_code = excluded.commune_code,
              lat = excluded.lat, lon = excluded.lon, told_by = excluded.told_by, source = excluded.source,
              imported_at = excluded.imported_at
            """;
    private static final String REMOVE = """
            delete from territory.establishment e using unnest(:kinds::text[], :codes::text[]) as gone (kind, code)
            where e.kind = gone.kind and e.code = gone.code
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Establishments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All, by kind. */
    public List<Establishment> list() {
        return jdbc.sql(LIST).query(Establishments::establishment).list();
    }

    /** Where those of a kind come from, the most telling source first; nothing when nobody imported any. */
    public List<Lineage> lineage(EstablishmentKind kind) {
        return jdbc.sql(LINEAGE)
                .param("kind", kind.code())
                .query(Lineages::lineage)
                .list();
    }

    public void saveAll(Collection<Establishment> all) {
        jdbc.sql(SAVE)
                .param("kinds", texts(all, one -> one.kind().code()))
                .param("codes", texts(all, Establishment::code))
                .param("finess", all.stream().map(Establishment::finess).toArray(String[]::new))
                .param("names", texts(all, Establishment::name))
                .param("communes", texts(all, Establishment::communeCode))
                .param(
                        "lats",
                        all.stream().mapToDouble(one -> one.position().lat()).toArray())
                .param(
                        "lons",
                        all.stream().mapToDouble(one -> one.position().lon()).toArray())
                .param("tellers", texts(all, one -> one.teller().code()))
                .param("sources", texts(all, Establishment::source))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    void removeAll(Collection<Establishment> all) {
        jdbc.sql(REMOVE)
                .param("kinds", texts(all, one -> one.kind().code()))
                .param("codes", texts(all, Establishment::code))
                .update();
    }

    private static String[] texts(Collection<Establishment> all, Function<Establishment, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Establishment establishment(ResultSet row, int number) throws SQLException {
        return new Establishment(
                EstablishmentKind.find(row.getString("kind")).orElseThrow(),
                row.getString("finess"),
                row.getString("name"),
                row.getString("commune_code"),
                new Position(row.getDouble("lat"), row.getDouble("lon")),
                Establishment.Teller.of(row.getString("told_by")),
                row.getString("source"));
    }
}
