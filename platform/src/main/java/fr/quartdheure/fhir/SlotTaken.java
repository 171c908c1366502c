package fr.quartdheure.fhir;

import fr.quartdheure.scheduling.Slot;
import java.util.List;

/** Somebody has the time; these are the nearest that are free. */
final class SlotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Slot> alternatives;

    SlotTaken(List<Slot> alternatives) {
        super("the slot is taken");
        this.alternatives = List.copyOf(alternatives);
    }

    List<Slot> alternatives() {
        return alternatives;
    }
}
