package fr.quartdheure.scheduling;

import fr.quartdheure.time.Recurrence;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of availability rules. */
@Repository
public class AvailabilityRules {

    private static final String ADD = """
            insert into scheduling.availability_rule (id, practitioner_id, site_id, room_id, service_code, kind, mode,
              weekday, every_weeks, starts, ends, slot_minutes, valid_from, valid_until, online,
              shown_to, opens_days_before, opens_at)
            values (:id, :practitioner, :site, :room, :service, :kind, :mode,
              :weekday, :everyWeeks, :starts, :ends, :minutes, :validFrom, :validUntil, :online,
              :shownTo::text[], :opensDaysBefore, :opensAt)
            """;
    private static final String PUT = ADD + """
            on conflict (id) do update set site_id = excluded.site_id, room_id = excluded.room_id,
              service_code = excluded.service_code, kind = excluded.kind, mode = excluded.mode,
              weekday = excluded.weekday, every_weeks = excluded.every_weeks, starts = excluded.starts,
              ends = excluded.ends, slot_minutes = excluded.slot_minutes, valid_from = excluded.valid_from,
              valid_until = excluded.valid_until, online = excluded.online, shown_to = excluded.shown_to,
              opens_days_before = excluded.opens_days_before, opens_at = excluded.opens_at
            """;
    private static final String UNSHARE = """
            delete from scheduling.rule_shared_with where rule_id = :rule
            """;
    private static final String UNOFFER = """
            delete from scheduling.rule_offered_to where rule_id = :rule
            """;
    private static final String REMOVE = """
            delete from scheduling.availability_rule where id = :rule
            """;
    private static final String SHARE = """
            insert into scheduling.rule_shared_with (rule_id, organization_id) values (:rule, :organization)
            """;
    private static final String OFFER = """
            insert into scheduling.rule_offered_to (rule_id, cpts_id) values (:rule, :organization)
            """;
    private static final String LIST = """
            select r.*, array(select organization_id from scheduling.rule_shared_with s
                where s.rule_id = r.id) as shared_with,
              array(select cpts_id from scheduling.rule_offered_to o where o.rule_id = r.id) as offered_to
            from scheduling.availability_rule r
            where (:site::uuid is null or r.site_id = :site)
              and (:practitioner::uuid is null or r.practitioner_id = :practitioner)
            order by r.practitioner_id, r.weekday, r.starts
            """;
    private static final String EXCEPT = """
            insert into scheduling.rule_exception (rule_id, day) values (:rule, :day) on conflict do nothing
            """;
    private static final String RESUME = """
            delete from scheduling.rule_exception where rule_id = :rule and day = :day
            """;
    private static final String EXCEPTIONS = """
            select rule_id, day from scheduling.rule_exception where day >= :from
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    AvailabilityRules(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    public void addAll(Collection<AvailabilityRule> rules) {
        batches.batchUpdate(ADD, rules.stream().map(AvailabilityRules::columns).toArray(MapSqlParameterSource[]::new));
        addOrganizations(SHARE, rules, AvailabilityRule::sharedWith);
        addOrganizations(OFFER, rules, rule -> rule.visibility().cpts());
    }

    private void addOrganizations(
            String sql, Collection<AvailabilityRule> rules, Function<AvailabilityRule, Set<UUID>> organizations) {
        batches.batchUpdate(
                sql,
                rules.stream()
                        .flatMap(rule -> organizations.apply(rule).stream()
                                .map(organization -> new MapSqlParameterSource("rule", rule.id())
                                        .addValue("organization", organization)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    public List<AvailabilityRule> list() {
        return list(null, null);
    }

    public List<AvailabilityRule> listOfSite(UUID siteId) {
        return list(siteId, null);
    }

    /** All that ever were, at every site, by weekday. */
    public List<AvailabilityRule> listOfPractitioner(UUID practitionerId) {
        return list(null, practitionerId);
    }

    private List<AvailabilityRule> list(@Nullable UUID siteId, @Nullable UUID practitionerId) {
        return jdbc.sql(LIST)
                .param("site", siteId)
                .param("practitioner", practitionerId)
                .query(AvailabilityRules::map)
                .list();
    }

    /** Adds a rule, or changes it in all but its practitioner; {@link Horizon} then makes its slots. */
    public void put(AvailabilityRule rule) {
        batches.update(PUT, columns(rule));
        jdbc.sql(UNSHARE).param("rule", rule.id()).update();
        jdbc.sql(UNOFFER).param("rule", rule.id()).update();
        addOrganizations(SHARE, List.of(rule), AvailabilityRule::sharedWith);
        addOrganizations(OFFER, List.of(rule), one -> one.visibility().cpts());
    }

    /** With its slots and exceptions; appointments stand on their own. */
    public void remove(UUID ruleId) {
        jdbc.sql(REMOVE).param("rule", ruleId).update();
    }

    /** One day on which a rule does not run. */
    public void except(UUID ruleId, LocalDate day) {
        jdbc.sql(EXCEPT).param("rule", ruleId).param("day", day).update();
    }

    /** It runs again on that day. */
    public void resume(UUID ruleId, LocalDate day) {
        jdbc.sql(RESUME).param("rule", ruleId).param("day", day).update();
    }

    /** Rule and day, from a day on. */
    public Set<Map.Entry<UUID, LocalDate>> exceptions(LocalDate from) {
        return new LinkedHashSet<>(jdbc.sql(EXCEPTIONS)
                .param("from", from)
                .query((row, number) ->
                        Map.entry(row.getObject("rule_id", UUID.class), row.getObject("day", LocalDate.class)))
                .list());
    }

    private static MapSqlParameterSource columns(AvailabilityRule rule) {
        Recurrence recurrence = rule.recurrence();
        AvailabilityRule.@Nullable Opening opens = rule.opens();
        return new MapSqlParameterSource("id", rule.id())
                .addValue("practitioner", rule.practitionerId())
                .addValue("site", rule.siteId())
                .addValue("room", rule.roomId())
                .addValue("service", rule.service())
                .addValue("kind", rule.kind().code())
                .addValue("mode", rule.mode().code())
                .addValue("weekday", recurrence.weekday().getValue())
                .addValue("everyWeeks", recurrence.everyWeeks())
                .addValue("starts", recurrence.starts())
                .addValue("ends", recurrence.ends())
                .addValue("minutes", recurrence.step().toMinutes())
                .addValue("validFrom", recurrence.from())
                .addValue("validUntil", recurrence.until())
                .addValue("online", rule.online())
                .addValue("shownTo", shownTo(rule.visibility()))
                .addValue("opensDaysBefore", opens == null ? null : opens.daysBefore())
                .addValue("opensAt", opens == null ? null : opens.at());
    }

    private static AvailabilityRule map(ResultSet row, int number) throws SQLException {
        return new AvailabilityRule(
                row.getObject("id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("room_id", UUID.class),
                row.getString("service_code"),
                Kind.of(row.getString("kind")),
                Mode.of(row.getString("mode")),
                recurrence(row),
                visibility(row),
                opening(row),
                ids(row.getArray("shared_with")));
    }

    private static Recurrence recurrence(ResultSet row) throws SQLException {
        return new Recurrence(
                DayOfWeek.of(row.getInt("weekday")),
                row.getInt("every_weeks"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                Duration.ofMinutes(row.getLong("slot_minutes")));
    }

    private static AvailabilityRule.@Nullable Opening opening(ResultSet row) throws SQLException {
        LocalTime at = row.getObject("opens_at", LocalTime.class);
        return at == null ? null : new AvailabilityRule.Opening(row.getInt("opens_days_before"), at);
    }

    private static Visibility visibility(ResultSet row) throws SQLException {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        if (row.getBoolean("online")) {
            audiences.add(Audience.PUBLIC);
        }
        for (String code : (String[]) row.getArray("shown_to").getArray()) {
            audiences.add(Audience.of(code));
        }
        return new Visibility(audiences, ids(row.getArray("offered_to")));
    }

    /** The public has a column of its own. */
    private static String[] shownTo(Visibility visibility) {
        return visibility.audiences().stream()
                .filter(audience -> audience != Audience.PUBLIC)
                .sorted()
                .map(Audience::code)
                .toArray(String[]::new);
    }

    private static Set<UUID> ids(Array array) throws SQLException {
        return Set.of((UUID[]) array.getArray());
    }
}
