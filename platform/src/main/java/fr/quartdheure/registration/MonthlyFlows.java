package fr.quartdheure.registration;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Paris;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What comes in, goes out and waits, month by month; and what the public is told before it asks. */
@Repository
public class MonthlyFlows {

    private static final String MONTHS = """
            month as (
              select m::date as first, (m::date)::timestamp at time zone 'Europe/Paris' as starts,
                (m + interval '1 month')::timestamp at time zone 'Europe/Paris' as ends
              from generate_series(date_trunc('month', :today::date)::timestamp - interval '11 months',
                date_trunc('month', :today::date)::timestamp, interval '1 month') as m)
            """;
    private static final String OF_SITE = "with " + MONTHS + """
            , turn as (
              select t.* from registration.turn t join registration.request r on r.id = t.request_id
              where t.site_id = :site and r.state <> 'awaiting-code'),
            taken as (
              select g.accepted_at, extract(epoch from g.accepted_at - t.asked_at) / 86400 as days
              from registration.registration g
              join registration.turn t on t.request_id = g.request_id and t.site_id = g.site_id
              where g.site_id = :site)
            select m.first,
              (select count(*) from turn t where t.asked_at >= m.starts and t.asked_at < m.ends) as came,
              (select count(*) from taken g where g.accepted_at >= m.starts and g.accepted_at < m.ends) as taken,
              (select count(*) from turn t where t.ended_at >= m.starts and t.ended_at < m.ends
                and t.ended_because <> 'placed') as gone,
              (select count(*) from turn t where t.asked_at < m.ends
                and (t.ended_at is null or t.ended_at >= m.ends)) as waiting,
              (select percentile_cont(0.5) within group (order by g.days) from taken g
                where g.accepted_at >= m.starts and g.accepted_at < m.ends) as median
            from month m order by m.first
            """;
    private static final String OF_PRACTITIONER = "with " + MONTHS + """
            , mine as (
              select g.*, extract(epoch from g.accepted_at - t.asked_at) / 86400 as days
              from registration.registration g
              left join registration.turn t on t.request_id = g.request_id and t.site_id = g.site_id
              where g.practitioner_id = :practitioner and g.site_id = :site)
            select m.first, 0 as came,
              (select count(*) from mine g where g.accepted_at >= m.starts and g.accepted_at < m.ends) as taken,
              (select count(*) from mine g where g.ended_at >= m.starts and g.ended_at < m.ends) as gone,
              0 as waiting,
              (select percentile_cont(0.5) within group (order by g.days) from mine g
                where g.accepted_at >= m.starts and g.accepted_at < m.ends) as median
            from month m order by m.first
            """;
    private static final String STANDING = """
            select l.site_id,
              (select count(*) from registration.turn t join registration.request r on r.id = t.request_id
               where t.site_id = l.site_id and t.ended_at is null and r.state = 'waiting') as waiting,
              (select count(*) from registration.open_place p
               where p.site_id = l.site_id and p.state <> 'withdrawn' and p.opened_at > :since) as opened,
              (select count(*) from registration.registration g
               where g.site_id = l.site_id and g.accepted_at > :since) as taken,
              (select percentile_cont(0.5) within group
                 (order by extract(epoch from g.accepted_at - t.asked_at) / 86400)
               from registration.registration g
               join registration.turn t on t.request_id = g.request_id and t.site_id = g.site_id
               where g.site_id = l.site_id and g.accepted_at > :since) as median
            from registration.list l where l.site_id = any (:sites::text[]::uuid[])
            """;

    private static final int YEAR = 365;

    private final JdbcClient jdbc;
    private final Clock clock;

    MonthlyFlows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last twelve months of a site, this one last. */
    public List<MonthlyFlow> ofSite(UUID siteId) {
        return jdbc.sql(OF_SITE)
                .param("site", siteId)
                .param("today", Paris.dayOf(clock.instant()))
                .query(MonthlyFlows::map)
                .list();
    }

    /** Those of one practitioner: taken on, and gone since; nobody waits for her alone. */
    public List<MonthlyFlow> ofPractitioner(UUID practitionerId, UUID siteId) {
        return jdbc.sql(OF_PRACTITIONER)
                .param("practitioner", practitionerId)
                .param("site", siteId)
                .param("today", Paris.dayOf(clock.instant()))
                .query(MonthlyFlows::map)
                .list();
    }

    /**
     * How a list stands.
     *
     * @param waiting people on it now
     * @param opened places opened in the last twelve months
     * @param taken people taken on in the last twelve months
     * @param medianDays half of them had waited longer; null when nobody was
     */
    public record Standing(
            int waiting, int opened, int taken, @Nullable Integer medianDays) {

        /** Under this many people, a number of them is told to no stranger. */
        public static final int SHOWN_FROM = 11;

        public boolean hidesWaiting() {
            return waiting > 0 && waiting < SHOWN_FROM;
        }

        /** What may be told of the wait: a median of a few would be somebody's own. */
        public @Nullable Integer shownMedianDays() {
            return taken < SHOWN_FROM ? null : medianDays;
        }

        public double openedPerMonth() {
            return opened / 12.0;
        }
    }

    public Map<UUID, Standing> standings(Collection<UUID> siteIds) {
        return jdbc
                .sql(STANDING)
                .param("sites", Sql.uuids(siteIds))
                .param("since", Sql.utc(clock.instant().minus(java.time.Duration.ofDays(YEAR))))
                .query((row, number) -> Map.entry(
                        row.getObject("site_id", UUID.class),
                        new Standing(row.getInt("waiting"), row.getInt("opened"), row.getInt("taken"), days(row))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static MonthlyFlow map(ResultSet row, int number) throws SQLException {
        return new MonthlyFlow(
                row.getObject("first", LocalDate.class),
                row.getInt("came"),
                row.getInt("taken"),
                row.getInt("gone"),
                row.getInt("waiting"),
                days(row));
    }

    private static @Nullable Integer days(ResultSet row) throws SQLException {
        double days = row.getDouble("median");
        return row.wasNull() ? null : (int) Math.round(days);
    }
}
