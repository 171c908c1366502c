package fr.quartdheure.patient;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.patient.Obstacle.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one record of two, and two again. The modules first take their own locks, then both records are locked, always
 * in this order: a booking that is under way ends before, one that begins later finds the person that stays.
 */
@Component
@Transactional
public class Merging {

    private final Merges merges;
    private final Duplicates duplicates;
    private final List<PersonalLinks> links;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merging(
            Merges merges,
            Duplicates duplicates,
            List<PersonalLinks> links,
            ApplicationEventPublisher events,
            Clock clock) {
        this.merges = merges;
        this.duplicates = duplicates;
        this.links = links.stream()
                .sorted(Comparator.comparing(PersonalLinks::module))
                .toList();
        this.events = events;
        this.clock = clock;
    }

    /** What must be settled before these two can be one; in no order, either may stay. */
    public List<Obstacle> obstacles(UUID one, UUID other) {
        return links.stream()
                .flatMap(link -> link.obstacles(one, other).stream())
                .toList();
    }

    /**
     * One record of two: all that points to the one that goes points to the one that stays.
     *
     * @param traits who stays, with the traits that were chosen of both
     */
    public Merged merge(Patient traits, UUID goneId) {
        UUID keptId = traits.id();
        links.forEach(link -> link.lock(keptId, goneId));
        if (keptId.equals(goneId) || merges.lock(keptId, goneId) < 2) {
            return new Merged.Overtaken();
        }
        List<Obstacle> obstacles = obstacles(keptId, goneId);
        if (!obstacles.isEmpty()) {
            return new Merged.Obstructed(obstacles);
        }
        var merge = new Merge(UUID.randomUUID(), keptId, goneId, clock.instant());
        merges.add(merge, CurrentAccount.get().accountId());
        merges.hide(merge);
        merges.write(merge, traits);
        links.forEach(link -> merges.addLinks(merge.id(), link.module(), link.move(traits, goneId)));
        events.publishEvent(Trace.of("merge", "patient", keptId, goneId));
        return new Merged.Done(merge);
    }

    /** Both records as they were; what was added for the one that stayed since stays with it. */
    public Merged undo(UUID mergeId) {
        Optional<Merge> found = merges.find(mergeId);
        if (found.isEmpty()) {
            return new Merged.Overtaken();
        }
        Merge merge = found.get();
        links.forEach(link -> link.lock(merge.keptId(), merge.goneId()));
        merges.lock(merge.keptId(), merge.goneId());
        if (merges.find(mergeId).isEmpty()) {
            return new Merged.Overtaken();
        }
        List<Obstacle> obstacles = obstaclesToUndo(merge);
        if (!obstacles.isEmpty()) {
            return new Merged.Obstructed(obstacles);
        }
        giveBack(merge);
        events.publishEvent(Trace.of("unmerge", "patient", merge.keptId(), merge.goneId()));
        return new Merged.Done(merge);
    }

    private List<Obstacle> obstaclesToUndo(Merge merge) {
        if (merges.isFollowed(merge.id())) {
            return List.of(Obstacle.of(Kind.LATER_MERGE));
        }
        var obstacles = new ArrayList<Obstacle>();
        if (merges.isChanged(merge.id())) {
            obstacles.add(Obstacle.of(Kind.TRAITS_CHANGED));
        }
        links.forEach(link ->
                obstacles.addAll(link.obstaclesToReturn(merge.keptId(), merges.listLinks(merge.id(), link.module()))));
        return obstacles;
    }

    private void giveBack(Merge merge) {
        merges.end(merge.id(), clock.instant());
        merges.reveal(merge);
        links.forEach(
                link -> link.giveBack(merge.keptId(), merge.goneId(), merges.listLinks(merge.id(), link.module())));
        List<UUID> learned = merges.listLinks(merge.id(), "patient").stream()
                .filter(link -> link.kind().equals("known-kept"))
                .map(MovedLink::id)
                .filter(organization ->
                        links.stream().noneMatch(link -> link.isCaredForBy(organization, merge.keptId())))
                .toList();
        merges.forget(merge.keptId(), learned);
    }

    /** Says that two who look alike are two people. */
    public void tellApart(UUID one, UUID other) {
        if (duplicates.addDistinct(one, other, CurrentAccount.get().accountId(), clock.instant())) {
            events.publishEvent(Trace.of("tell-apart", "patient", one, other));
        }
    }

    /** Takes that back: they are proposed again. */
    public void doubtAgain(UUID one, UUID other) {
        if (duplicates.removeDistinct(one, other)) {
            events.publishEvent(Trace.of("doubt-again", "patient", one, other));
        }
    }

    /** "validated" when all traits are those of a record whose documents were seen. */
    public static String levelOf(Identity identity, Patient one, Patient other) {
        return Stream.of(one, other)
                        .anyMatch(patient -> patient.identityLevel().equals("validated")
                                && patient.identity().equals(identity))
                ? "validated"
                : "provisional";
    }
}
