package fr.quartdheure.scheduling;

import fr.quartdheure.time.Period;
import java.util.UUID;

/** A practitioner who was to see somebody in this time at this site no longer is. */
public record TimeFreed(UUID practitionerId, UUID siteId, Period period) {

    static TimeFreed of(Appointment appointment) {
        return new TimeFreed(appointment.practitionerId(), appointment.siteId(), appointment.period());
    }
}
