package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is free with some practitioners, for software that shows it to an audience. Thread-safe. */
@Repository
public class OfferedSlots {

    // The rules first, for they are few: who is shown what stands there once, and not on each of a million slots.
    // Then one range of the partial index slot_free_of_practitioner for each practitioner; as "any (…)" the ids would
    // be
    // read from their text again at every row. Sorted by who asked: it is faster there.
    private static final String LIST = """
            with shown as materialized (
              select r.id, array_to_string(seen.audiences, ',') as audiences,
                array_to_string(array(select o.cpts_id from scheduling.rule_offered_to o
                  where o.rule_id = r.id order by o.cpts_id), ',') as cpts
              from scheduling.availability_rule r
              cross join lateral (select case when r.online then 'public'::text || r.shown_to else r.shown_to end
                as audiences) as seen
              where r.practitioner_id = any (:practitioners::text[]::uuid[])
                and seen.audiences && (select :audiences::text[]))
            select s.id, s.practitioner_id, s.site_id, s.service_code, s.mode, s.start_at, s.end_at,
              shown.audiences, shown.cpts
            from unnest(:practitioners::text[]::uuid[]) as asked (id)
            cross join lateral (
              select * from scheduling.slot f
              where f.free and f.practitioner_id = asked.id
                and f.start_at >= :from and f.start_at <= :to and f.bookable_from <= :now) s
            join shown on shown.id = s.rule_id
            """;
    private static final String IS_OFFERED = """
            select exists (select from scheduling.slot s join scheduling.availability_rule r on r.id = s.rule_id
              where s.id = :slot and s.bookable_from <= :now and s.start_at > :now
                and (r.online or cardinality(r.shown_to) > 0))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OfferedSlots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The free slots that start between two instants, both included, and not before now; a window that has not opened
     * yet is not shown.
     *
     * @param audiences for whom: a slot is shown when it is for any of them
     */
    public List<OfferedSlot> list(
            Collection<UUID> practitioners, Instant from, Instant to, Collection<Audience> audiences) {
        if (practitioners.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return jdbc
                .sql(LIST)
                .param("practitioners", Sql.uuids(practitioners))
                .param("audiences", audiences.stream().map(Audience::code).toArray(String[]::new))
                .param("from", Sql.utc(from.isBefore(now) ? now : from))
                .param("to", Sql.utc(to))
                .param("now", Sql.utc(now))
                .query(rows())
                .list()
                .stream()
                .sorted(Comparator.comparing(OfferedSlot::start).thenComparing(OfferedSlot::id))
                .toList();
    }

    /** Whether a slot to come, free or not, is shown to anybody besides the secretaries of its site. */
    public boolean isOffered(UUID slotId) {
        return jdbc.sql(IS_OFFERED)
                .param("slot", slotId)
                .param("now", Sql.utc(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Thousands of slots come from a dozen rules: what a rule says is read once, and columns by their place. */
    private static RowMapper<OfferedSlot> rows() {
        Map<String, Set<Audience>> audiences = new HashMap<>();
        Map<String, List<UUID>> cpts = new HashMap<>();
        Map<String, Mode> modes = new HashMap<>();
        return (row, number) -> new OfferedSlot(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                modes.computeIfAbsent(row.getString(5), Mode::of),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                audiences.computeIfAbsent(row.getString(8), OfferedSlots::audiences),
                cpts.computeIfAbsent(row.getString(9), OfferedSlots::ids));
    }

    private static Set<Audience> audiences(String codes) {
        return Arrays.stream(codes.split(","))
                .map(Audience::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Audience.class)));
    }

    private static List<UUID> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(UUID::fromString).toList();
    }
}
