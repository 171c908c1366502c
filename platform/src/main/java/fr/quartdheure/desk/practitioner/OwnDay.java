package fr.quartdheure.desk.practitioner;

import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One practitioner's day.
 *
 * @param current who is in consultation, or else who comes next; null when nobody waits
 */
public record OwnDay(
        LocalDate day, LocalDate today, @Nullable Line current, List<Line> lines) {

    List<UUID> patientIds() {
        return lines.stream()
                .map(Line::appointment)
                .filter(one -> one != null && one.patientId() != null)
                .map(Appointment::patientId)
                .distinct()
                .toList();
    }

    /**
     * One line of the list: an appointment, or a free time when there is none.
     *
     * @param name of the patient
     */
    public record Line(
            Instant start,
            Instant end,
            @Nullable Appointment appointment,
            String name,
            String birthDate,
            int age,
            String reasonFr,
            String reasonEn,
            String site) {

        public boolean free() {
            return appointment == null;
        }

        public AppointmentStatus status() {
            return appointment == null ? AppointmentStatus.HELD : appointment.status();
        }

        public String reason(boolean french) {
            return french ? reasonFr : reasonEn;
        }

        /** The usual next step, or null when there is none. */
        public @Nullable AppointmentStatus step() {
            return switch (status()) {
                case BOOKED, ARRIVED -> AppointmentStatus.IN_CONSULTATION;
                case IN_CONSULTATION -> AppointmentStatus.DONE;
                default -> null;
            };
        }

        /** The way back, or null when there is none. */
        public @Nullable AppointmentStatus back() {
            return switch (status()) {
                case IN_CONSULTATION -> AppointmentStatus.ARRIVED;
                case DONE -> AppointmentStatus.IN_CONSULTATION;
                case NO_SHOW -> AppointmentStatus.BOOKED;
                default -> null;
            };
        }

        public boolean canMiss() {
            return status().next().contains(AppointmentStatus.NO_SHOW);
        }

        public String style() {
            return switch (status()) {
                case ARRIVED -> "come";
                case IN_CONSULTATION -> "in";
                case DONE -> "done";
                case NO_SHOW -> "miss";
                case AWAITING_CODE -> "wait";
                default -> free() ? "free off" : "";
            };
        }

        public String icon() {
            return switch (status()) {
                case ARRIVED -> "door";
                case IN_CONSULTATION -> "two";
                case DONE -> "ok";
                case NO_SHOW -> "cross";
                default -> free() ? "plus" : "clock";
            };
        }
    }
}
