package fr.quartdheure.visit;

import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Sites;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a day of visits whole, and lets one at a time change it. */
@Repository
public class VisitDays {

    private static final String TRY_LOCK = """
            select pg_try_advisory_xact_lock(hashtextextended('visit ' || :organization || ' ' || :day, 0))
            """;
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('visit ' || :organization || ' ' || :day, 0))::text
            """;
    private static final String VERSION = """
            select coalesce(max(version), 0)::int from visit.day where organization_id = :organization and day = :day
            """;
    private static final String NEXT = """
            insert into visit.day (organization_id, day, version) values (:organization, :day, 1)
            on conflict (organization_id, day) do update set version = day.version + 1
            returning version
            """;

    private final JdbcClient jdbc;
    private final VisitRounds rounds;
    private final VisitRequests requests;
    private final Practitioners practitioners;
    private final Sites sites;

    VisitDays(JdbcClient jdbc, VisitRounds rounds, VisitRequests requests, Practitioners practitioners, Sites sites) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.requests = requests;
        this.practitioners = practitioners;
        this.sites = sites;
    }

    public VisitDay read(UUID organizationId, LocalDate day) {
        List<VisitRound> going = rounds.listOfDay(organizationId, day);
        List<VisitRequest> waiting = requests.listWaiting(organizationId, day);
        Map<UUID, VisitRequest> named = new HashMap<>(requests.listByIds(going.stream()
                .flatMap(round -> round.stops().stream())
                .map(Stop::requestId)
                .toList()));
        waiting.forEach(request -> named.put(request.id(), request));
        return new VisitDay(
                organizationId,
                day,
                version(organizationId, day),
                going,
                named,
                waiting,
                practitioners.listByIds(
                        going.stream().map(VisitRound::practitionerId).collect(Collectors.toSet())),
                sites.listByIds(going.stream().map(VisitRound::siteId).collect(Collectors.toSet())));
    }

    /** False while somebody else changes this day; else until the end of the transaction. */
    boolean tryLock(UUID organizationId, LocalDate day) {
        return jdbc.sql(TRY_LOCK)
                .param("organization", organizationId.toString())
                .param("day", day.toString())
                .query(Boolean.class)
                .single();
    }

    /** Waits for whoever changes this day now. */
    void lock(UUID organizationId, LocalDate day) {
        jdbc.sql(LOCK)
                .param("organization", organizationId.toString())
                .param("day", day.toString())
                .query(String.class)
                .list();
    }

    int version(UUID organizationId, LocalDate day) {
        return jdbc.sql(VERSION)
                .param("organization", organizationId)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** Counts one plan more. */
    int next(UUID organizationId, LocalDate day) {
        return jdbc.sql(NEXT)
                .param("organization", organizationId)
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
