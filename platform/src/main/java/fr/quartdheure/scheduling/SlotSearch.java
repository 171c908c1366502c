package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Near;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.geo.Reach;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The earliest free slots within reach, over every site. Nothing within the quarter of an hour: widened to 30, then 45
 * minutes, and the need that was not met is remembered without anybody's identity.
 */
@Component
public class SlotSearch {

    private static final int[] LIMITS = {15, 30, 45};

    private static final String GIVEN_SITES =
            "unnest(:sites::text[]::uuid[], :minutes::text[]::float8[]) as near (site_id, minutes)";
    private static final String SITES_ON_THE_WAY = "(select place_id as site_id, minutes from geo.published_way"
            + " where origin_code = :commune and minutes <= :within) as near";

    // One index range per site, stopped at the limit: the partial index slot_free_at_site needs "free and online"
    // word for word. Tried and left: a single ordered scan over all sites (it reads the slots of far sites too), one
    // ordered branch per site under a merge, and an index that covers the question (neither is faster, both cost more).
    // "(select …)" around the length: read once, not at every row. Whole rows are read for the winners only: sorting
    // them all takes longer than finding them.
    private static final String EARLIEST_OF_SITES = """
            select s.*, earliest.minutes from (
              select candidate.id, candidate.start_at, near.minutes
              from %s
              cross join lateral (
                select s.id, s.start_at from scheduling.slot s
                where s.free and s.online
                  and s.site_id = near.site_id and s.service_code = :service
                  and s.start_at >= :from and s.start_at < :to and s.bookable_from <= :now
                  and (:mode::text is null or s.mode = :mode)
                  and (:practitioners::text[] is null or s.practitioner_id = any (:practitioners::text[]::uuid[]))
                  and (not :outsideOffice
                    or (:evening and extract(hour from s.start_at at time zone 'Europe/Paris') >= 18)
                    or (:saturday and extract(isodow from s.start_at at time zone 'Europe/Paris') = 6))
                  and (s.end_at - s.start_at >= (select :length::interval)
                    or (s.start_at + (select :length::interval) <= s.window_end and not exists (
                      select from scheduling.occupation o
                      where o.during && tstzrange(s.start_at, s.start_at + (select :length::interval))
                        and (o.resource_kind = 'practitioner' and o.resource_id = s.practitioner_id
                          or o.resource_kind = 'room' and o.resource_id = s.room_id))))
                order by s.start_at
                limit :limit) candidate
              order by candidate.start_at, near.minutes, candidate.id
              limit :limit) earliest
            join scheduling.slot s on s.id = earliest.id
            order by earliest.start_at, earliest.minutes, earliest.id
            """.formatted(GIVEN_SITES);
    // The sites around a commune are found by the same statement: one journey to the database instead of two.
    private static final String EARLIEST_FROM_COMMUNE = EARLIEST_OF_SITES.replace(GIVEN_SITES, SITES_ON_THE_WAY);

    private final JdbcClient jdbc;
    private final Reach reach;
    private final Sites sites;
    private final Practitioners practitioners;
    private final UnmetSearches unmet;
    private final Clock clock;

    SlotSearch(
            JdbcClient jdbc, Reach reach, Sites sites, Practitioners practitioners, UnmetSearches unmet, Clock clock) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.sites = sites;
        this.practitioners = practitioners;
        this.unmet = unmet;
        this.clock = clock;
    }

    public SearchResult search(SearchRequest request) {
        SearchResult asked = searchWithin(request, request.within());
        if (!asked.slots().isEmpty()) {
            return asked;
        }
        SearchResult wider = asked;
        for (int limit : LIMITS) {
            if (limit > request.within() && wider.slots().isEmpty()) {
                wider = searchWithin(request, limit);
            }
        }
        unmet.record(request, wider);
        return wider;
    }

    /** Within the limit and no farther; for somebody who looks around, so that nothing found is nobody's need. */
    public SearchResult look(SearchRequest request) {
        return searchWithin(request, request.within());
    }

    private SearchResult searchWithin(SearchRequest request, int within) {
        List<Found> found = request.origin() instanceof Origin.InCommune in && isForAnySite(request.filter())
                ? earliestFrom(in.code(), within, request)
                : earliestOfSites(within, request);
        Map<UUID, Double> minutes = new HashMap<>();
        found.forEach(one -> minutes.put(one.slot().siteId(), one.minutes()));
        return new SearchResult(
                within,
                within > request.within(),
                minutes,
                found.stream().map(Found::slot).toList());
    }

    private static boolean isForAnySite(SearchRequest.SearchFilter filter) {
        return !filter.wheelchair() && !filter.concernsPractitioner();
    }

    private List<Found> earliestFrom(String commune, int within, SearchRequest request) {
        return list(
                jdbc.sql(EARLIEST_FROM_COMMUNE)
                        .param("commune", commune)
                        .param("within", within)
                        .param("practitioners", null),
                request);
    }

    private List<Found> earliestOfSites(int within, SearchRequest request) {
        var filter = request.filter();
        Map<UUID, Double> minutes = new HashMap<>();
        for (Near near : reach.within(request.origin(), within)) {
            minutes.put(near.placeId(), near.minutes());
        }
        if (filter.wheelchair()) {
            minutes.keySet().retainAll(sites.accessible(minutes.keySet()));
        }
        if (minutes.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = List.copyOf(minutes.keySet());
        return list(
                jdbc.sql(EARLIEST_OF_SITES)
                        .param("sites", Sql.uuids(ids))
                        .param(
                                "minutes",
                                ids.stream()
                                        .map(minutes::get)
                                        .map(String::valueOf)
                                        .toArray(String[]::new))
                        .param("practitioners", matching(filter, minutes.keySet())),
                request);
    }

    private List<Found> list(JdbcClient.StatementSpec statement, SearchRequest request) {
        var filter = request.filter();
        return statement
                .param("service", request.service())
                .param("from", Sql.utc(request.from()))
                .param("to", Sql.utc(request.to()))
                .param("now", Sql.utc(clock.instant()))
                .param("mode", filter.mode() == null ? null : filter.mode().code())
                .param("outsideOffice", filter.evening() || filter.saturday())
                .param("evening", filter.evening())
                .param("saturday", filter.saturday())
                .param("length", Duration.ofMinutes(request.minutes()).toString())
                .param("limit", request.limit())
                .query((row, number) -> new Found(Slots.map(row, number), row.getDouble("minutes")))
                .list();
    }

    private String @Nullable [] matching(SearchRequest.SearchFilter filter, Set<UUID> siteIds) {
        if (!filter.concernsPractitioner()) {
            return null;
        }
        return Sql.uuids(practitioners.matching(siteIds, filter.practitioner()));
    }

    private record Found(Slot slot, double minutes) {}
}
