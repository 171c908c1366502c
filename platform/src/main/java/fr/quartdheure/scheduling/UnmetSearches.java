package fr.quartdheure.scheduling;

import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The shelf of needs that no slot met: commune, service, day and minutes to the nearest, nobody's identity. It feeds
 * the map of where care is missing.
 */
@Repository
class UnmetSearches {

    private static final String RECORD = """
            insert into scheduling.unmet_search (day, commune_code, service_code, within_minutes, nearest_minutes)
            values (:day, :commune, :service, :within, :nearest)
            """;

    private final JdbcClient jdbc;
    private final Communes communes;
    private final Clock clock;

    UnmetSearches(JdbcClient jdbc, Communes communes, Clock clock) {
        this.jdbc = jdbc;
        this.communes = communes;
        this.clock = clock;
    }

    void record(SearchRequest request, SearchResult found) {
        jdbc.sql(RECORD)
                .param("day", Paris.dayOf(clock.instant()))
                .param("commune", communeOf(request.origin()))
                .param("service", request.service())
                .param("within", request.within())
                .param("nearest", nearest(found.minutes().values()))
                .update();
    }

    /** A position is not kept: only the commune it lies in, as far as centres tell. */
    private String communeOf(Origin origin) {
        return switch (origin) {
            case Origin.InCommune in -> in.code();
            case Origin.At at ->
                communes.nearest(at.position()).map(Commune::code).orElse("");
        };
    }

    private static @Nullable Double nearest(Collection<Double> minutes) {
        return minutes.stream().min(Comparator.naturalOrder()).orElse(null);
    }
}
