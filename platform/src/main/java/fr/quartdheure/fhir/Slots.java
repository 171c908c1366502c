package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.database.Sql;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.FhirTimes;
import fr.quartdheure.wire.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.util.RawValue;

/**
 * Slot: what the public may book, the earliest first. By the rule of the public search: free, to come, open by now.
 * What is taken is not there. Thread-safe.
 */
@Repository("fhirSlots")
class Slots implements Shelf {

    static final String TYPE = "Slot";

    private static final String ACTOR = "schedule.actor";
    private static final String NUMBER = "schedule.actor:Practitioner.identifier";
    private static final Set<String> STATUS =
            Set.of("busy", "free", "busy-unavailable", "busy-tentative", "entered-in-error");
    private static final Pattern POSITION = Pattern.compile("(\\d{1,15})_(.*)");

    private static final RawValue PROFILE = FhirJson.part(Fhir.Meta.of(Parts.CORE + "fr-core-slot"));
    private static final RawValue ROUTINE = FhirJson.part(Fhir.Concept.of(Codes.APPOINTMENT_REASON, "ROUTINE"));

    // The agendas first, for they are few; then one range of the partial index slot_free_of_practitioner for each,
    // stopped at the limit, and the winners of all. "(select …)" around the arrays: read once, not at every row.
    private static final String OF_AGENDAS = """
            agenda as materialized (
              select r.id, r.practitioner_id, r.site_id, r.specialty from directory.published_role r where %s)
            select earliest.id, agenda.id, earliest.service_code, earliest.mode, earliest.start_at, earliest.end_at,
              agenda.specialty
            from agenda
            cross join lateral (
              select f.* from scheduling.published_free_slot f
              where f.practitioner_id = agenda.practitioner_id and f.site_id = agenda.site_id
                and f.start_at >= :from and f.start_at < :until and f.bookable_from <= :now
                and (:ids::text[] is null or f.id = any ((select :ids::text[]::uuid[])::uuid[]))
                and (:kinds::text[] is null
                  or f.service_code || ':' || f.mode = any ((select :kinds::text[])::text[]))
                and (:after::uuid is null or f.start_at > :from or f.id > :after::uuid)
              order by f.start_at, f.id
              limit :limit::int) earliest
            order by earliest.start_at, earliest.id
            limit :limit::int
            """;
    private static final String OF_SCHEDULES =
            "with " + OF_AGENDAS.formatted("r.id = any (:schedules::text[]::uuid[])");
    private static final String OF_ANYBODY = "with " + OF_AGENDAS.formatted("""
            (:schedules::text[] is null or r.id = any (:schedules::text[]::uuid[]))
                and (:practitioners::text[] is null or r.practitioner_id = any (:practitioners::text[]::uuid[]))
                and (:roles::text[] is null or r.id = any (:roles::text[]::uuid[]))
                and (:locations::text[] is null or r.site_id = any (:locations::text[]::uuid[]))
                and (:rpps::text[] is null or r.rpps = any (:rpps::text[]))
                and (:specialties::text[] is null or r.specialty = any (:specialties::text[]))
            """);
    private static final String COUNT = """
            select count(*) from (%s) as found
            """.formatted(OF_ANYBODY);
    private static final String BY_IDS = """
            select f.id, r.id, f.service_code, f.mode, f.start_at, f.end_at, r.specialty
            from scheduling.published_free_slot f
            join directory.published_role r on r.practitioner_id = f.practitioner_id and r.site_id = f.site_id
            where f.id = any (:ids::text[]::uuid[]) and f.start_at >= :now and f.bookable_from <= :now
            """;

    private final JdbcClient jdbc;
    private final ServiceTypes services;
    private final Clock clock;

    Slots(JdbcClient jdbc, ServiceTypes services, Clock clock) {
        this.jdbc = jdbc;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> profiles() {
        return List.of(Parts.CORE + "fr-core-slot");
    }

    @Override
    public List<Capability.Parameter> parameters() {
        return List.of(
                Parts.byId(),
                new Capability.Parameter(
                        "schedule",
                        "reference",
                        "also schedule.actor (Practitioner, PractitionerRole or Location)"
                                + " and schedule.actor:Practitioner.identifier"),
                new Capability.Parameter("start", "date", "eq, gt, ge, lt, le, sa, eb, several times"),
                new Capability.Parameter("status", "token", "only free ones are shown"),
                new Capability.Parameter("service-type", "token", "general-practice, nursing, …, or AMB, VR, HH"),
                new Capability.Parameter("specialty", "token", "of physicians (TRE_R38)"));
    }

    @Override
    public List<String> chains() {
        return List.of(ACTOR, NUMBER);
    }

    @Override
    public List<String> includes() {
        return List.of("Slot:schedule");
    }

    @Override
    public List<? extends PublicResource> list(Asked asked, int limit) {
        Wanted wanted = wanted(asked);
        if (wanted.isEmpty()) {
            return List.of();
        }
        boolean few = asked.asks("schedule") && !asked.asks(ACTOR) && !asked.asks(NUMBER) && !asked.asks("specialty");
        return of(few ? OF_SCHEDULES : OF_ANYBODY, asked, wanted)
                .param("limit", limit)
                .query(rows())
                .list();
    }

    @Override
    public int count(Asked asked) {
        Wanted wanted = wanted(new Asked(asked.criteria(), null));
        return wanted.isEmpty()
                ? 0
                : of(COUNT, asked, wanted)
                        .param("limit", null)
                        .query(Integer.class)
                        .single();
    }

    @Override
    public List<? extends PublicResource> listByIds(Collection<String> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.stream().filter(Asked::isUuid).toArray(String[]::new))
                .param("now", Sql.utc(clock.instant()))
                .query(rows())
                .list();
    }

    @Override
    public String position(PublicResource last) {
        return last instanceof Slot slot
                ? OffsetDateTime.parse(slot.start()).toInstant().toEpochMilli() + "_" + slot.id()
                : last.id();
    }

    private JdbcClient.StatementSpec of(String sql, Asked asked, Wanted wanted) {
        return jdbc.sql(sql)
                .param("schedules", asked.uuids("schedule", Schedules.TYPE))
                .param("practitioners", asked.uuids(ACTOR, Practitioners.TYPE, Schedules.ACTORS))
                .param("roles", asked.uuids(ACTOR, PractitionerRoles.TYPE, Schedules.ACTORS))
                .param("locations", asked.uuids(ACTOR, Locations.TYPE, Schedules.ACTORS))
                .param("rpps", asked.tokens(NUMBER, Parts::rpps))
                .param("specialties", asked.tokens("specialty", Parts::specialties))
                .param("ids", asked.uuids(Parts.ID, TYPE))
                .param("kinds", asked.tokens("service-type", services::kinds))
                .param("from", Sql.utc(wanted.moments().from()))
                .param("until", Sql.utc(wanted.moments().until()))
                .param("now", Sql.utc(wanted.now()))
                .param("after", wanted.after());
    }

    /** From now on, or from where the page before ended. */
    private Wanted wanted(Asked asked) {
        String[] statuses = asked.tokens("status", Slots::status);
        boolean free = statuses == null || Set.of(statuses).contains("free");
        Instant now = clock.instant();
        Instant from = now;
        String id = null;
        String after = asked.after();
        if (after != null) {
            var position = POSITION.matcher(after);
            if (!position.matches() || !Asked.isUuid(position.group(2))) {
                throw Refused.malformed("cursor-malformed", Search.CURSOR, Refused.shown(after));
            }
            Instant reached = Instant.ofEpochMilli(Long.parseLong(position.group(1)));
            id = reached.isBefore(now) ? null : position.group(2);
            from = reached.isBefore(now) ? now : reached;
        }
        return new Wanted(asked.moments("start").and(new Moments(from, Moments.ALWAYS.until())), free, now, id);
    }

    private static Set<String> status(Token token) {
        if (!STATUS.contains(token.code())) {
            throw Refused.malformed("status-unknown", "status", Refused.shown(token.code()));
        }
        return Set.of(token.code());
    }

    /** What thousands of slots share is made once in an answer. */
    private RowMapper<Slot> rows() {
        Map<String, RawValue> types = new HashMap<>();
        Map<String, RawValue> schedules = new HashMap<>();
        Map<String, List<Fhir.Concept>> specialties = new HashMap<>();
        return (row, number) -> {
            String service = row.getString(3);
            String mode = row.getString(4);
            String schedule = row.getString(2);
            String specialty = row.getString(7);
            return new Slot(
                    row.getString(1),
                    PROFILE,
                    types.computeIfAbsent(
                            service + ":" + mode,
                            both -> FhirJson.part(List.of(services.act(mode), services.concept(service)))),
                    specialties.computeIfAbsent(specialty == null ? "" : specialty, Parts::specialties),
                    ROUTINE,
                    schedules.computeIfAbsent(schedule, id -> FhirJson.part(Fhir.Reference.to(Schedules.TYPE, id))),
                    "free",
                    written(row, 5),
                    written(row, 6),
                    Schedules.TYPE + "/" + schedule);
        };
    }

    private static String written(ResultSet row, int column) throws SQLException {
        return FhirTimes.written(row.getObject(column, OffsetDateTime.class).toInstant());
    }

    /** @param after the slot that the page before ended with, when it starts at the beginning of these moments */
    private record Wanted(
            Moments moments,
            boolean free,
            Instant now,
            @Nullable String after) {
        boolean isEmpty() {
            return !free || moments.isEmpty();
        }
    }

    /** @param agenda for those who follow references; the schedule says it in JSON */
    record Slot(
            String id,
            RawValue meta,
            RawValue serviceType,
            List<Fhir.Concept> specialty,
            RawValue appointmentType,
            RawValue schedule,
            String status,
            String start,
            String end,
            @com.fasterxml.jackson.annotation.JsonIgnore String agenda)
            implements PublicResource {
        @Override
        @JsonProperty
        public String resourceType() {
            return TYPE;
        }

        @Override
        public List<String> links(String parameter) {
            return "schedule".equals(parameter) ? List.of(agenda) : List.of();
        }
    }
}
