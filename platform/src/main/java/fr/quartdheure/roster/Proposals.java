package fr.quartdheure.roster;

import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Near;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.geo.Reach;
import fr.quartdheure.roster.Preview.Conflict;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.FreeHours;
import fr.quartdheure.scheduling.FreeHours.Wanted;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Where appointments in the way could go: to the same practitioner at the nearest hour, else to another one of the same
 * service at the same site, else within a quarter of an hour. The first proposal of each is no other's.
 */
@Component
class Proposals {

    private static final double MINUTES = 15;
    private static final int SAME = 3;
    private static final int OTHERS = 2;
    private static final int LOOKED_AT = 40;

    private final FreeHours freeHours;
    private final Slots slots;
    private final Sites sites;
    private final Reach reach;
    private final Clock clock;

    Proposals(FreeHours freeHours, Slots slots, Sites sites, Reach reach, Clock clock) {
        this.freeHours = freeHours;
        this.slots = slots;
        this.sites = sites;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * @param ahead all appointments of these people
     * @param hours that they would give
     */
    List<Conflict> of(List<Appointment> inTheWay, List<Appointment> ahead, Set<Hour> hours, Set<UUID> people) {
        var promised = new HashSet<String>();
        var around = new HashMap<UUID, Map<UUID, Double>>();
        Set<Key> taken = taken(inTheWay.isEmpty() ? Set.of() : people);
        Map<UUID, List<Appointment>> busy = ahead.stream().collect(Collectors.groupingBy(Appointment::practitionerId));
        var conflicts = new ArrayList<Conflict>();
        for (Appointment one : inTheWay) {
            List<Appointment> hers = busy.getOrDefault(one.practitionerId(), List.of());
            var all = new ArrayList<>(withSame(one, hours, taken, hers));
            all.addAll(withOthers(one, people, around));
            List<Proposal> own =
                    all.stream().filter(it -> !promised.contains(it.code())).toList();
            own.stream().findFirst().ifPresent(first -> promised.add(first.code()));
            conflicts.add(new Conflict(one, own));
        }
        return conflicts;
    }

    private record Key(UUID practitionerId, Instant start) {}

    /** Slots of today's agenda that are not free, whatever keeps them: a hold, a visit. */
    private Set<Key> taken(Collection<UUID> people) {
        Instant now = clock.instant();
        return people.stream()
                .flatMap(one -> slots
                        .listOfPractitioner(
                                one, now, now.plus(Duration.ofDays(fr.quartdheure.scheduling.Horizon.DAYS + 1)))
                        .stream())
                .filter(slot -> !slot.free())
                .map(slot -> new Key(slot.practitionerId(), slot.start()))
                .collect(Collectors.toSet());
    }

    private List<Proposal> withSame(Appointment one, Set<Hour> hours, Set<Key> taken, List<Appointment> hers) {
        Instant now = clock.instant();
        return hours.stream()
                .filter(hour -> hour.practitionerId().equals(one.practitionerId())
                        && hour.service().equals(one.service())
                        && hour.mode() == one.mode()
                        && hour.period().start().isAfter(now))
                .filter(hour -> isFree(hour, one, taken, hers))
                .sorted(Comparator.comparing((Hour hour) -> away(hour.period().start(), one))
                        .thenComparing(hour -> hour.period().start()))
                .limit(SAME)
                .map(Proposal::of)
                .toList();
    }

    private static boolean isFree(Hour hour, Appointment one, Set<Key> taken, List<Appointment> hers) {
        Instant start = hour.period().start();
        Duration length = one.period().length().compareTo(hour.period().length()) > 0
                ? one.period().length()
                : hour.period().length();
        Period needed = Period.of(start, length);
        boolean own = one.period().overlaps(hour.period());
        return (own || !taken.contains(new Key(hour.practitionerId(), start)))
                && hers.stream()
                        .noneMatch(other ->
                                !other.id().equals(one.id()) && other.period().overlaps(needed));
    }

    private List<Proposal> withOthers(Appointment one, Set<UUID> people, Map<UUID, Map<UUID, Double>> around) {
        Wanted wanted = Wanted.like(one, false);
        var found = new ArrayList<Proposal>();
        freeHours.listNear(List.of(one.siteId()), null, wanted, LOOKED_AT).stream()
                .filter(slot -> !people.contains(slot.practitionerId()))
                .limit(OTHERS)
                .forEach(slot -> found.add(Proposal.of(slot, 0)));
        Map<UUID, Double> near = around.computeIfAbsent(one.siteId(), this::near);
        if (!near.isEmpty()) {
            nearest(freeHours.listNear(near.keySet(), null, Wanted.like(one, true), LOOKED_AT), people).stream()
                    .limit(OTHERS)
                    .forEach(slot -> found.add(Proposal.of(slot, near.getOrDefault(slot.siteId(), MINUTES))));
        }
        return found;
    }

    private static List<Slot> nearest(List<Slot> found, Set<UUID> people) {
        return found.stream()
                .filter(slot -> !people.contains(slot.practitionerId()))
                .toList();
    }

    /** Other sites within a quarter of an hour, with the minutes. */
    Map<UUID, Double> near(UUID siteId) {
        Site site = sites.find(siteId).orElseThrow();
        return reach.within(new Origin.At(site.position()), MINUTES).stream()
                .filter(one -> !one.placeId().equals(siteId))
                .collect(Collectors.toMap(Near::placeId, Near::minutes, Math::min));
    }

    private static Duration away(Instant start, Appointment one) {
        return Duration.between(one.start(), start).abs();
    }
}
