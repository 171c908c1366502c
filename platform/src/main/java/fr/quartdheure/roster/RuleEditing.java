package fr.quartdheure.roster;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.SignedIn;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Absences;
import fr.quartdheure.scheduling.AgendaChanged;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.AvailabilityRules;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Changes.By;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.scheduling.Horizon.Resources;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes an agenda: rules, slots and the appointments in the way, all in one act. An appointment moves where somebody
 * decided so and stays where it is otherwise; none is ever lost.
 */
@Component
public class RuleEditing {

    private final Agendas agendas;
    private final AgendaEditions editions;
    private final RuleChanges history;
    private final AvailabilityRules rules;
    private final Absences absences;
    private final Sites sites;
    private final Horizon horizon;
    private final Slots slots;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RuleEditing(
            Agendas agendas,
            AgendaEditions editions,
            RuleChanges history,
            AvailabilityRules rules,
            Absences absences,
            Sites sites,
            Horizon horizon,
            Slots slots,
            Changes changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.agendas = agendas;
        this.editions = editions;
        this.history = history;
        this.rules = rules;
        this.absences = absences;
        this.sites = sites;
        this.horizon = horizon;
        this.slots = slots;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What somebody decided.
     *
     * @param kind what it is called in the history
     * @param edition of the agenda that she looked at
     * @param moves where appointments shall go; who is not named stays
     */
    public record Decision(String kind, AgendaChange change, int edition, Map<UUID, Proposal.Wanted> moves) {}

    @Transactional
    public Saving save(Subject subject, Decision decision) {
        AgendaState seen = agendas.read(subject);
        editions.lockSites(seen.sites().keySet());
        if (!editions.advance(subject.id(), decision.edition())) {
            return new Saving.Stale();
        }
        AgendaState before = agendas.read(subject);
        List<Overlap> overlaps = Overlap.broughtBy(decision.change(), before, agendas.today());
        if (!overlaps.isEmpty()) {
            editions.back(subject.id());
            return new Saving.Refused(overlaps);
        }
        AgendaState after = before.apply(decision.change());
        Set<UUID> people = agendas.people(subject, before);
        lock(people, before, after, decision);
        List<Appointment> inTheWay = agendas.ahead(people).stream()
                .filter(one -> Previewing.isLeftOut(one, before, after))
                .toList();
        write(decision.change());
        people.forEach(horizon::keepOf);
        return saved(subject, decision, before, inTheWay);
    }

    private Saving saved(Subject subject, Decision decision, AgendaState before, List<Appointment> inTheWay) {
        var moved = new ArrayList<Appointment>();
        var stayed = new ArrayList<Appointment>();
        for (Appointment one : inTheWay) {
            Optional.ofNullable(decision.moves().get(one.id()))
                    .flatMap(wanted -> move(one, wanted, before.sites().keySet()))
                    .ifPresentOrElse(moved::add, () -> stayed.add(one));
        }
        var change = new RuleChange(
                UUID.randomUUID(),
                subject.id(),
                decision.edition() + 1,
                decision.kind(),
                decision.change(),
                before.inverse(decision.change()),
                moved.size(),
                stayed.size(),
                CurrentAccount.find().map(SignedIn::name).orElse(""),
                clock.instant());
        history.add(change);
        events.publishEvent(
                Trace.of("agenda-" + decision.kind(), subject.site() ? "site" : "practitioner", subject.id()));
        before.sites().keySet().forEach(site -> events.publishEvent(new AgendaChanged(site)));
        return new Saving.Saved(change, moved, stayed);
    }

    /** All at once, before anything is written: who and where, as it was and will be, and who moves where. */
    private void lock(Set<UUID> people, AgendaState before, AgendaState after, Decision decision) {
        var changing = new ArrayList<AvailabilityRule>();
        people.forEach(one -> {
            changing.addAll(before.ofPractitioner(one));
            changing.addAll(after.ofPractitioner(one));
        });
        Set<UUID> ids = decision.moves().keySet();
        List<Appointment> moving = agendas.ahead(people).stream()
                .filter(one -> ids.contains(one.id()))
                .toList();
        var targets = new ArrayList<Resources>();
        decision.moves()
                .values()
                .forEach(wanted -> targets.add(new Resources(
                        wanted.practitionerId(), find(wanted).map(Slot::roomId).orElse(null))));
        horizon.lock(changing, moving, targets);
    }

    private Optional<Slot> find(Proposal.Wanted wanted) {
        return slots
                .listOfPractitioner(
                        wanted.practitionerId(), wanted.start(), wanted.start().plusMillis(1))
                .stream()
                .findFirst();
    }

    /** Elsewhere only to hours that anybody could book: those of other sites are not hers to give. */
    private Optional<Appointment> move(Appointment one, Proposal.Wanted wanted, Set<UUID> own) {
        return find(wanted)
                .filter(slot -> slot.online() || own.contains(slot.siteId()))
                .map(slot -> changes.move(one.id(), slot.id(), By.FRONT_DESK))
                .flatMap(outcome -> switch (outcome) {
                    case Moving.Moved done -> Optional.of(done.appointment());
                    case Moving.Taken _taken -> Optional.empty();
                    case Moving.PatientBusy _busy -> Optional.empty();
                    case Moving.TooLate _late -> Optional.empty();
                    case Moving.NotBookable _gone -> Optional.empty();
                    case Moving.NotActive _over -> Optional.empty();
                });
    }

    private void write(AgendaChange change) {
        change.excepted().forEach(one -> rules.except(one.ruleId(), one.day()));
        change.resumed().forEach(one -> rules.resume(one.ruleId(), one.day()));
        change.removed().forEach(rules::remove);
        change.put().forEach(rules::put);
        change.away().forEach(absences::put);
        new HashSet<>(change.back()).forEach(one -> absences.remove(one.id()));
        sites.addClosures(change.closed());
        change.reopened().forEach(one -> sites.removeClosure(one.id()));
        change.holidays()
                .forEach((id, open) -> sites.find(id).ifPresent(site -> sites.save(AgendaState.opening(site, open))));
    }
}
