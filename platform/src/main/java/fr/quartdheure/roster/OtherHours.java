package fr.quartdheure.roster;

import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.FreeHours;
import fr.quartdheure.scheduling.FreeHours.Wanted;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Up to three hours for each of many appointments: one with the same practitioner and the others as near as can be,
 * with colleagues of the site first, then within a quarter of an hour. No hour is proposed to two as long as there are
 * enough.
 */
@Component
class OtherHours {

    static final int MOST = 3;
    private static final int LOOKED_AT = 60;

    private final FreeHours freeHours;
    private final Proposals proposals;

    OtherHours(FreeHours freeHours, Proposals proposals) {
        this.freeHours = freeHours;
        this.proposals = proposals;
    }

    /** @param closed hours of the practitioner that cannot be kept */
    Map<UUID, List<Slot>> of(List<Appointment> appointments, Period closed) {
        var promised = new HashSet<UUID>();
        var around = new HashMap<UUID, Set<UUID>>();
        var hours = new LinkedHashMap<UUID, List<Slot>>();
        for (Appointment one : appointments) {
            List<Slot> candidates = candidates(one, closed, around, promised);
            List<Slot> chosen = candidates.stream().limit(MOST).toList();
            chosen.forEach(slot -> promised.add(slot.id()));
            hours.put(one.id(), chosen);
        }
        return hours;
    }

    /** A colleague's nearest, the same practitioner's, more of both; last what was proposed to others already. */
    private List<Slot> candidates(Appointment one, Period closed, Map<UUID, Set<UUID>> around, Set<UUID> promised) {
        Wanted wanted = Wanted.like(one, true);
        List<UUID> here = List.of(one.siteId());
        List<Slot> same = open(freeHours.listNear(here, one.practitionerId(), wanted, LOOKED_AT), one, closed);
        var others = new LinkedHashSet<>(open(freeHours.listNear(here, null, wanted, LOOKED_AT), one, closed));
        others.removeIf(slot -> slot.practitionerId().equals(one.practitionerId()));
        if (others.stream().filter(slot -> !promised.contains(slot.id())).count() < MOST) {
            Set<UUID> near = around.computeIfAbsent(
                    one.siteId(), site -> proposals.near(site).keySet());
            others.addAll(near.isEmpty() ? List.of() : freeHours.listNear(near, null, wanted, LOOKED_AT));
        }
        List<Slot> own = fresh(same, promised);
        List<Slot> theirs = fresh(others, promised);
        var ordered = new LinkedHashSet<Slot>(theirs.subList(0, Math.min(1, theirs.size())));
        ordered.addAll(own.subList(0, Math.min(1, own.size())));
        ordered.addAll(theirs);
        ordered.addAll(own);
        ordered.addAll(others);
        ordered.addAll(same);
        return List.copyOf(ordered);
    }

    private static List<Slot> fresh(Collection<Slot> slots, Set<UUID> promised) {
        return slots.stream().filter(slot -> !promised.contains(slot.id())).toList();
    }

    private static List<Slot> open(List<Slot> found, Appointment one, Period closed) {
        return found.stream()
                .filter(slot -> !slot.practitionerId().equals(one.practitionerId())
                        || !slot.period().overlaps(closed))
                .toList();
    }
}
