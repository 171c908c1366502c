package fr.quartdheure.desk.secretary;

import fr.quartdheure.directory.Reason;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One appointment as its panel shows it.
 *
 * @param company names of who and what it takes besides its practitioner and room
 * @param client the software that booked it; null when somebody did
 */
public record AppointmentSheet(
        Errand errand,
        Appointment appointment,
        String practitioner,
        String site,
        @Nullable Reason reason,
        @Nullable PatientCard patient,
        List<String> company,
        @Nullable String client) {

    /** What may come next, the usual step first and steps back last. */
    public List<Step> steps() {
        AppointmentStatus from = appointment.status();
        return from.next().stream()
                .map(to -> new Step(to, isBack(from, to)))
                .sorted(Comparator.comparing(Step::back))
                .toList();
    }

    /** Where the caller, once chosen, would be put beside this appointment; null when there is none or no slot. */
    public @Nullable String overbook() {
        UUID slot = appointment.slotId();
        return errand.patient() == null || slot == null ? null : errand.slot(slot);
    }

    public boolean movable() {
        return appointment.status() == AppointmentStatus.BOOKED;
    }

    public boolean cancellable() {
        return appointment.status() == AppointmentStatus.BOOKED || appointment.status() == AppointmentStatus.ARRIVED;
    }

    public boolean unscheduled() {
        return appointment.kind() == Kind.UNSCHEDULED;
    }

    public boolean remote() {
        return appointment.mode() == Mode.TELECONSULTATION;
    }

    private static boolean isBack(AppointmentStatus from, AppointmentStatus to) {
        return to.ordinal() < from.ordinal() && !(from == AppointmentStatus.NO_SHOW && to == AppointmentStatus.ARRIVED);
    }

    public record Step(AppointmentStatus to, boolean back) {}
}
