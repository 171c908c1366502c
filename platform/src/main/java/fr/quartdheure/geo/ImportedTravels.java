package fr.quartdheure.geo;

import fr.quartdheure.database.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Minutes from communes to places that come from a file: they win over the law, and no estimate ever replaces them. */
@Repository
public class ImportedTravels {

    private static final String SAVE = """
            with written as (
              insert into geo.travel (origin_code, place_id, minutes, source)
              select n.code, n.place, n.minutes, 'imported'
              from unnest(:codes::text[], :places::text[]::uuid[], :minutes::real[]) as n (code, place, minutes)
              on conflict (place_id, origin_code) do update set minutes = excluded.minutes, source = 'imported'
              where (travel.minutes, travel.source) is distinct from (excluded.minutes, 'imported')
              returning xmax = 0 as added)
            select count(*) filter (where added) as added, count(*) filter (where not added) as updated from written
            """;

    private final JdbcClient jdbc;

    ImportedTravels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For work without the application around it. */
    public static ImportedTravels on(JdbcClient jdbc) {
        return new ImportedTravels(jdbc);
    }

    /** @param trips no pair twice; all from and to what is known here */
    public Written saveAll(List<Trip> trips) {
        return jdbc.sql(SAVE)
                .param("codes", trips.stream().map(Trip::originCode).toArray(String[]::new))
                .param("places", Sql.uuids(trips.stream().map(Trip::placeId).toList()))
                .param(
                        "minutes",
                        trips.stream().map(trip -> (float) trip.minutes()).toArray(Float[]::new))
                .query((row, number) -> new Written(row.getInt("added"), row.getInt("updated")))
                .single();
    }

    /**
     * What came of a batch; the rest was known already.
     *
     * @param added pairs of which nothing was known
     * @param updated pairs that had an estimate, or other minutes
     */
    public record Written(int added, int updated) {}
}
