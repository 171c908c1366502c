package fr.quartdheure.desk.regulator;

import fr.quartdheure.desk.ui.PatientForm;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Site;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.OfferedSlot;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a regulator sees of a practitioner: the time she came for, and the others.
 *
 * @param practitioner null when she came without one
 * @param slots free, in order, of the days to come
 * @param chosen the time she came for; null when there is none, or when it is no longer free
 * @param gone whether the time she came for was taken meanwhile
 * @param refusal end of a message's key; null when nothing was refused
 * @param booked when the appointment is that she just made
 */
public record Agenda(
        @Nullable Practitioner practitioner,
        List<OfferedSlot> slots,
        @Nullable Chosen chosen,
        boolean gone,
        PatientForm.Read form,
        @Nullable String refusal,
        @Nullable Instant booked) {

    /** The time that is to be booked, where it is, and what for. */
    public record Chosen(Slot slot, Site site, List<Reason> reasons) {

        public boolean remote() {
            return slot.mode() == Mode.TELECONSULTATION;
        }
    }

    public SortedMap<LocalDate, List<OfferedSlot>> days() {
        return slots.stream()
                .collect(Collectors.groupingBy(slot -> Paris.dayOf(slot.start()), TreeMap::new, Collectors.toList()));
    }

    /** Whether this is the time that is chosen. */
    public boolean isChosen(OfferedSlot slot) {
        return chosen != null && chosen.slot().id().equals(slot.id());
    }

    public String href(UUID slotId) {
        return address(practitioner == null ? "" : practitioner.id().toString(), slotId);
    }

    static String address(String practitionerId, UUID slotId) {
        return "/regulator/agenda?practitioner=" + practitionerId + "&slot=" + slotId;
    }
}
