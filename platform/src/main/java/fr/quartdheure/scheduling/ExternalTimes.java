package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hours that a practitioner's calendars elsewhere take: nobody books over them. What stands here already stays and
 * keeps its hours; when it goes, the calendar elsewhere takes them.
 */
@Component
public class ExternalTimes {

    // Her hours elsewhere without those that something here occupies.
    private static final String HOURS = """
            coalesce((select range_agg(tstzrange(b.start_at, b.end_at))
                from unnest(:starts::text[]::timestamptz[], :ends::text[]::timestamptz[]) as b (start_at, end_at)),
                '{}'::tstzmultirange)
              - coalesce((select range_agg(o.during) from scheduling.occupation o
                where o.resource_kind = 'practitioner' and o.resource_id = :practitioner
                  and o.during && tstzrange(:from, :to) and o.cause <> 'external-calendar'), '{}'::tstzmultirange)""";
    private static final String REOPEN = """
            with wanted as (select %s as hours)
            delete from scheduling.occupation o using wanted
            where o.appointment_id = :practitioner and o.cause = 'external-calendar'
              and not exists (select from unnest(wanted.hours) as hour where hour = o.during)
            returning lower(o.during) as start_at, upper(o.during) as end_at
            """.formatted(HOURS);
    private static final String CLOSE = """
            with wanted as (select %s as hours)
            insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
            select 'practitioner', :practitioner, hour, 'external-calendar', :practitioner
            from wanted cross join unnest(wanted.hours) as hour
            where not exists (select from scheduling.occupation o
              where o.appointment_id = :practitioner and o.cause = 'external-calendar' and o.during = hour)
            on conflict do nothing
            """.formatted(HOURS);

    private final JdbcClient jdbc;
    private final Occupations occupations;
    private final Practitioners practitioners;
    private final ApplicationEventPublisher events;

    ExternalTimes(
            JdbcClient jdbc, Occupations occupations, Practitioners practitioners, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.occupations = occupations;
        this.practitioners = practitioners;
        this.events = events;
    }

    /**
     * Makes what is closed for calendars elsewhere equal to these hours; hours that come free are offered again.
     *
     * @return whether anything changed
     */
    @Transactional
    public boolean keep(UUID practitionerId, Collection<Period> busy) {
        occupations.lock(Resource.of(practitionerId, null, null));
        List<Period> reopened = statement(REOPEN, practitionerId, busy)
                .query((row, number) -> new Period(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")))
                .list();
        int closed = statement(CLOSE, practitionerId, busy).update();
        if (reopened.isEmpty() && closed == 0) {
            return false;
        }
        tell(practitionerId, reopened);
        return true;
    }

    private JdbcClient.StatementSpec statement(String sql, UUID practitionerId, Collection<Period> busy) {
        return jdbc.sql(sql)
                .param("practitioner", practitionerId)
                .param(
                        "from",
                        Sql.utc(busy.stream()
                                .map(Period::start)
                                .min(Instant::compareTo)
                                .orElse(Instant.EPOCH)))
                .param(
                        "to",
                        Sql.utc(busy.stream()
                                .map(Period::end)
                                .max(Instant::compareTo)
                                .orElse(Instant.EPOCH)))
                .param("starts", Sql.instants(busy.stream().map(Period::start).toList()))
                .param("ends", Sql.instants(busy.stream().map(Period::end).toList()));
    }

    private void tell(UUID practitionerId, List<Period> reopened) {
        for (UUID site : sites(practitionerId)) {
            reopened.forEach(period -> events.publishEvent(new TimeFreed(practitionerId, site, period)));
            events.publishEvent(new AgendaChanged(site));
        }
    }

    private List<UUID> sites(UUID practitionerId) {
        return practitioners.rolesOf(practitionerId).stream()
                .map(PractitionerRole::siteId)
                .distinct()
                .toList();
    }
}
