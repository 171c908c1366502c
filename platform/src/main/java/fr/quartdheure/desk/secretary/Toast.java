package fr.quartdheure.desk.secretary;

import fr.quartdheure.scheduling.AppointmentStatus;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was just done, said once, with the way back.
 *
 * @param said "booked", "moved", "cancelled", "created" or the code of a status
 * @param about the appointment, when there is a way back
 * @param was the status it had, for a step of the day
 * @param name the patient, when the board shows her
 */
public record Toast(
        String said,
        @Nullable UUID about,
        @Nullable String was,
        @Nullable String name) {

    private static final Set<String> FINAL = Set.of("created", "unchanged", "undone", "undo-nothing", "undo-overtaken");
    private static final Set<String> KNOWN = Set.of(
            "moved",
            "cancelled",
            "created",
            "unchanged",
            "overbooked",
            "blocked",
            "released",
            "opened",
            "series",
            "undone",
            "undo-nothing",
            "undo-overtaken");

    static @Nullable Toast of(@Nullable String said, @Nullable UUID about, @Nullable String was) {
        if (said == null || !(KNOWN.contains(said) || isStatus(said))) {
            return null;
        }
        return new Toast(said, about, was != null && isStatus(was) ? was : null, null);
    }

    Toast naming(@Nullable String patient) {
        return new Toast(said, about, was, patient);
    }

    public boolean undoable() {
        return !FINAL.contains(said);
    }

    public boolean refusal() {
        return "unchanged".equals(said) || said.startsWith("undo-");
    }

    private static boolean isStatus(String code) {
        for (AppointmentStatus status : AppointmentStatus.values()) {
            if (status.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
