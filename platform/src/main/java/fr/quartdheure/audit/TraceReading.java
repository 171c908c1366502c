package fr.quartdheure.audit;

import fr.quartdheure.database.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Traces as those read them who answer for the accesses of their organisations. */
@Repository
public class TraceReading {

    private static final String LIST = """
            select * from audit.trace
            where at >= :from and at < :to
              and (organization_id = any (:organizations::text[]::uuid[])
                or organization_id is null and :person::uuid is not null)
              and (:person::uuid is null or subject_ids @> array[:person::uuid])
              and (:account::uuid is null or account_id = :account)
              and (:act::text is null or act = :act)
              and (:before::bigint is null or id < :before)
            order by id desc
            limit :limit
            """;
    private static final String LIST_ACCOUNTS = """
            select distinct account_id from audit.trace
            where at >= :from and at < :to and account_id is not null
              and organization_id = any (:organizations::text[]::uuid[])
            """;
    // What somebody usually does is the median of the days on which she read anything, in the month before.
    private static final String LIST_UNUSUAL = """
            with daily as (
              select t.account_id, t.at >= :today as today, (t.at at time zone 'Europe/Paris')::date as day,
                count(distinct person) as people
              from audit.trace t cross join lateral unnest(t.subject_ids) as person
              where t.at >= :today::timestamptz - interval '30 days' and t.subject_kind = 'patient'
                and t.account_id is not null and t.organization_id = any (:organizations::text[]::uuid[])
              group by 1, 2, 3),
            compared as (
              select account_id, max(people) filter (where today) as people, count(*) filter (where not today) as days,
                coalesce(percentile_disc(0.5) within group (order by people) filter (where not today), 0) as usual
              from daily group by account_id)
            select account_id, people, usual from compared
            where people >= :least and people > case when days >= 3 then 3 * usual else 10 * :least end
            order by people desc limit 20
            """;

    private final JdbcClient jdbc;

    TraceReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    public List<Recorded> list(TraceQuery query, int limit) {
        return jdbc.sql(LIST)
                .param("from", Sql.utc(query.from()))
                .param("to", Sql.utc(query.to()))
                .param("organizations", Sql.uuids(query.organizations()))
                .param("person", query.personId())
                .param("account", query.accountId())
                .param("act", query.act())
                .param("before", query.before())
                .param("limit", limit)
                .query((row, number) -> Recorded.map(row))
                .list();
    }

    /** Everybody who did anything for these organisations. */
    public List<UUID> listAccounts(Collection<UUID> organizations, Instant from, Instant to) {
        return jdbc.sql(LIST_ACCOUNTS)
                .param("organizations", Sql.uuids(organizations))
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(UUID.class)
                .list();
    }

    /**
     * Who reads more than three times as many people today as she usually does. Before anything is usual, after three
     * days of work, ten times the least.
     *
     * @param today its beginning
     * @param least fewer people than this are never unusual
     */
    public List<Volume> listUnusual(Collection<UUID> organizations, Instant today, int least) {
        return jdbc.sql(LIST_UNUSUAL)
                .param("organizations", Sql.uuids(organizations))
                .param("today", Sql.utc(today))
                .param("least", least)
                .query((row, number) ->
                        new Volume(row.getObject("account_id", UUID.class), row.getInt("people"), row.getInt("usual")))
                .list();
    }

    /**
     * @param people different people today
     * @param usual on half of her days there were no more
     */
    public record Volume(UUID accountId, int people, int usual) {}
}
