package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.time.Period;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hours in which a practitioner does something else than receive: nobody books a consultation over them. */
@Component
public class Blocks {

    private static final String BLOCK = """
            insert into scheduling.occupation (resource_kind, resource_id, during, cause, appointment_id)
            values ('practitioner', :practitioner, tstzrange(:start, :end), 'block', :cause)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Occupations occupations;
    private final Expiry expiry;
    private final Appointments appointments;
    private final Practitioners practitioners;
    private final ApplicationEventPublisher events;

    Blocks(
            JdbcClient jdbc,
            Occupations occupations,
            Expiry expiry,
            Appointments appointments,
            Practitioners practitioners,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.occupations = occupations;
        this.expiry = expiry;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.events = events;
    }

    /**
     * All of the hours or none of them: an appointment that stands there is never lost, it is told.
     *
     * @param cause what she does then; releases them again
     */
    @Transactional
    public Blocking block(UUID cause, UUID practitionerId, Period period) {
        var resources = Resource.of(practitionerId, null, null);
        expiry.lockAndEnd(resources, period, expiry.listStale(period, resources));
        int taken = jdbc.sql(BLOCK)
                .param("practitioner", practitionerId)
                .param("start", Sql.utc(period.start()))
                .param("end", Sql.utc(period.end()))
                .param("cause", cause)
                .update();
        if (taken == 0) {
            return new Blocking.InTheWay(standing(practitionerId, period));
        }
        tell(practitionerId);
        return new Blocking.Blocked();
    }

    /** Gives the hours back. */
    @Transactional
    public void release(UUID cause, UUID practitionerId) {
        occupations.lock(Resource.of(practitionerId, null, null));
        occupations.release(cause);
        tell(practitionerId);
    }

    private List<Appointment> standing(UUID practitionerId, Period period) {
        return appointments
                .listOfPractitioner(practitionerId, period.start().minusSeconds(4 * 3600), period.end())
                .stream()
                .filter(one -> one.period().overlaps(period))
                .toList();
    }

    private void tell(UUID practitionerId) {
        practitioners.rolesOf(practitionerId).stream()
                .map(PractitionerRole::siteId)
                .distinct()
                .forEach(site -> events.publishEvent(new AgendaChanged(site)));
    }
}
