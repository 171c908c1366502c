package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.directory.Service;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.SeriesSession;
import fr.quartdheure.scheduling.Slot;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A series, from what is wanted to what was booked.
 *
 * @param sessions every date with whether it fits; empty before it was asked
 * @param booked what was booked; empty before
 * @param missed hours that somebody took while the list was read
 * @param refusal "form", "none" or null
 */
public record SeriesForm(
        Errand errand,
        Slot slot,
        String practitioner,
        Service service,
        PatientCard patient,
        LocalDate first,
        String at,
        String reason,
        Set<DayOfWeek> days,
        int everyWeeks,
        int count,
        List<SeriesSession> sessions,
        List<Appointment> booked,
        List<Instant> missed,
        @Nullable String refusal) {

    public long fitting() {
        return sessions.stream().filter(SeriesSession::fits).count();
    }

    public String action() {
        return "/secretary/slots/" + slot.id() + "/series";
    }
}
