package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.reception.DayClose;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a day at a site.
 *
 * @param left everybody without an answer
 * @param missed everybody who was not seen, with the reason, where it can be taken back
 * @param close when it was closed, or null while it is open
 * @param overdue call-backs that should have been made
 * @param refused whether closing it was just refused
 * @param settled how many answers were just given
 */
public record CloseView(
        Menu menu,
        LocalDate day,
        LocalDate today,
        Instant now,
        List<Row> left,
        List<Row> missed,
        @Nullable DayClose close,
        int overdue,
        boolean refused,
        @Nullable String said,
        int settled) {

    public Standing at() {
        return menu.at();
    }

    public List<Row> arrived() {
        return of(AppointmentStatus.ARRIVED);
    }

    public List<Row> inside() {
        return of(AppointmentStatus.IN_CONSULTATION);
    }

    /** Booked, their hour past. */
    public List<Row> awaited() {
        return of(AppointmentStatus.BOOKED).stream()
                .filter(row -> !row.appointment().start().isAfter(now))
                .toList();
    }

    public List<Row> toCome() {
        return of(AppointmentStatus.BOOKED).stream()
                .filter(row -> row.appointment().start().isAfter(now))
                .toList();
    }

    public boolean future() {
        return day.isAfter(today);
    }

    public String on(LocalDate other) {
        return "/secretary/close?site=" + at().key() + "&day=" + other;
    }

    private List<Row> of(AppointmentStatus status) {
        return left.stream().filter(row -> row.appointment().status() == status).toList();
    }

    /**
     * @param count how often she did not come, over a year, this one included
     * @param reason code of why she was not seen; null where nobody said
     */
    public record Row(
            Appointment appointment,
            @Nullable PatientCard patient,
            String practitioner,
            int count,
            @Nullable String reason,
            boolean undoable) {

        public String name() {
            return patient == null ? "" : patient.name();
        }

        public String href(UUID site) {
            return "/secretary/appointments/" + appointment.id() + "?at=" + site;
        }
    }
}
