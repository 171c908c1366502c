package fr.quartdheure.reception;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import fr.quartdheure.reception.SiteRule.Absence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of what sites say and do of missed appointments. */
@Repository
public class SiteRules {

    private static final String PUT = """
            insert into reception.site_rule (site_id, absence, minutes, policy_fr, policy_en, since)
            values (:site, :absence, :minutes::smallint, :french::text, :english::text, :since)
            on conflict (site_id) do update
              set absence = excluded.absence, minutes = excluded.minutes, policy_fr = excluded.policy_fr,
                policy_en = excluded.policy_en,
                since = case when (site_rule.absence, site_rule.minutes) is distinct from
                  (excluded.absence, excluded.minutes) then excluded.since else site_rule.since end
            """;
    private static final String FIND = """
            select * from reception.site_rule where site_id = :site
            """;
    private static final String LIST_ACTIVE = """
            select * from reception.site_rule where absence <> 'never' order by site_id
            """;
    // One node at a time; it comes back should the node die with it.
    private static final String TRY_LOCK = """
            select pg_try_advisory_xact_lock(8027)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SiteRules(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional
    public void put(SiteRule rule) {
        jdbc.sql(PUT)
                .param("site", rule.siteId())
                .param("absence", rule.absence().code())
                .param("minutes", rule.minutes())
                .param("french", rule.policyFr())
                .param("english", rule.policyEn())
                .param("since", Sql.utc(rule.since()))
                .update();
        events.publishEvent(Trace.of("set-rule", "site", rule.siteId())
                .because("absence " + rule.absence().code()));
    }

    public SiteRule of(UUID siteId) {
        return jdbc.sql(FIND)
                .param("site", siteId)
                .query(SiteRules::map)
                .optional()
                .orElseGet(() -> SiteRule.none(siteId));
    }

    List<SiteRule> listActive() {
        return jdbc.sql(LIST_ACTIVE).query(SiteRules::map).list();
    }

    /** Whether this node is the one that applies the rules now, until the end of the transaction. */
    boolean isMine() {
        return jdbc.sql(TRY_LOCK).query(Boolean.class).single();
    }

    private static SiteRule map(ResultSet row, int number) throws SQLException {
        return new SiteRule(
                row.getObject("site_id", UUID.class),
                Absence.valueOf(row.getString("absence").toUpperCase(Locale.ROOT)),
                row.getObject("minutes", Integer.class),
                row.getString("policy_fr"),
                row.getString("policy_en"),
                Sql.instant(row, "since"));
    }
}
