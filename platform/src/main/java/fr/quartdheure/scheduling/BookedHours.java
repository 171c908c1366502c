package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Paris;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** At which hours people were received at some sites: numbers, nobody's appointment. Thread-safe. */
@Repository
public class BookedHours {

    // The statuses of the partial index first, then those who did not come or have not confirmed.
    private static final String KEPT = """
            select site_id, start_at at time zone 'Europe/Paris' as wall from scheduling.appointment
            where site_id = any (:sites::text[]::uuid[]) and start_at >= :from and start_at < :to
              and status not in ('held', 'expired', 'cancelled') and status not in ('awaiting-code', 'no-show')
            """;
    private static final String BY_HALF_HOUR = """
            select (extract(hour from wall) * 2 + floor(extract(minute from wall) / 30))::int as half_hour,
              count(*)::int as people
            from (%s) kept group by half_hour
            """.formatted(KEPT);
    private static final String DAYS = """
            select count(distinct (site_id, wall::date))::int as days, min(wall::date) as first, max(wall::date) as last
            from (%s) kept having count(*) > 0
            """.formatted(KEPT);

    private final JdbcClient jdbc;

    BookedHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was observed.
     *
     * @param people by half-hour of the day, 17 for half past eight; half-hours without anybody are absent
     * @param days on which a site received somebody, summed over the sites
     * @param first the first of them
     * @param last the last of them
     */
    public record Observed(SortedMap<Integer, Integer> people, int days, LocalDate first, LocalDate last) {

        public int total() {
            return people.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Of whole days in Paris, from one to before another; absent when nobody was received. */
    public Optional<Observed> of(Collection<UUID> siteIds, LocalDate from, LocalDate to) {
        var people = new TreeMap<Integer, Integer>();
        ask(BY_HALF_HOUR, siteIds, from, to).query(row -> {
            people.put(row.getInt("half_hour"), row.getInt("people"));
        });
        return ask(DAYS, siteIds, from, to)
                .query((row, number) -> new Observed(
                        people,
                        row.getInt("days"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .optional();
    }

    private JdbcClient.StatementSpec ask(String sql, Collection<UUID> siteIds, LocalDate from, LocalDate to) {
        return jdbc.sql(sql)
                .param("sites", Sql.uuids(siteIds))
                .param("from", Sql.utc(Paris.startOf(from)))
                .param("to", Sql.utc(Paris.startOf(to)));
    }
}
