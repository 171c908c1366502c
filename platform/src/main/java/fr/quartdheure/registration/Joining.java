package fr.quartdheure.registration;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.account.ProofOutcome;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.RegistrationRequest.State;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking for a médecin traitant, at one site or several, on line or at the desk. */
@Component
public class Joining {

    /** Sites that one request may name. */
    public static final int MOST_SITES = 10;

    private final Requests requests;
    private final Turns turns;
    private final NearbyLists nearby;
    private final Patients patients;
    private final ContactProofs proofs;
    private final RequestTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Joining(
            Requests requests,
            Turns turns,
            NearbyLists nearby,
            Patients patients,
            ContactProofs proofs,
            RequestTokens tokens,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.turns = turns;
        this.nearby = nearby;
        this.patients = patients;
        this.proofs = proofs;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What somebody says who asks.
     *
     * @param onBehalf "self", "child" or "relative"
     * @param said the classes of the public list that she says she is in; her age says the others
     * @param sites where, at least one and at most {@link #MOST_SITES}
     */
    public record Wanted(String onBehalf, String communeCode, Set<Priority> said, Collection<UUID> sites) {}

    /** What came of asking. */
    public sealed interface Joined {

        /** On the lists once the contact is proved. */
        record AwaitingCode(UUID requestId) implements Joined {}

        /** None of these sites takes requests from there, or nowhere was named. */
        record Nowhere() implements Joined {}

        /** On the lists, from the desk. */
        record Waits(UUID requestId) implements Joined {}
    }

    /** What came of giving the code back. */
    public sealed interface Proving {

        /** @param token opens the request, which is the one she had if she waits already */
        record Waits(UUID requestId, String token) implements Proving {}

        record WrongCode(int attemptsLeft) implements Proving {}

        /** Five wrong codes: the request is gone. */
        record Exhausted() implements Proving {}

        record Over() implements Proving {}
    }

    /** Keeps what somebody says and sends a code to her contact. */
    @Transactional
    public Joined ask(Identity identity, Contact contact, Wanted wanted) {
        Map<UUID, Double> minutes = minutes(wanted.communeCode(), wanted.sites());
        if (minutes.isEmpty()) {
            return new Joined.Nowhere();
        }
        boolean email = contact.channel() == Channel.EMAIL;
        Patient patient =
                patients.add(identity, email ? contact.value() : null, email ? null : contact.value(), "public");
        UUID proof = proofs.request(contact.channel(), contact.value(), null);
        var request = request(patient, identity.keyWith(contact.value()), wanted, State.AWAITING_CODE, proof);
        add(request, minutes, "public");
        events.publishEvent(Trace.of("create", "patient", patient.id()));
        return new Joined.AwaitingCode(request.id());
    }

    /** Takes the code back. Whoever waits already keeps her date, and gets the sites that she lacked. */
    @Transactional
    public Proving prove(UUID requestId, String code) {
        Optional<RegistrationRequest> found =
                requests.find(requestId).filter(one -> one.state() == State.AWAITING_CODE);
        UUID proof = found.map(RegistrationRequest::proofId).orElse(null);
        if (proof == null) {
            return new Proving.Over();
        }
        requests.lockPerson(found.get().personKey());
        return requests.lock(requestId)
                .filter(one -> one.state() == State.AWAITING_CODE)
                .map(one -> prove(one, proof, code))
                .orElseGet(Proving.Over::new);
    }

    private Proving prove(RegistrationRequest request, UUID proof, String code) {
        return switch (proofs.check(proof, code)) {
            case ProofOutcome.Proved _proved -> proved(request);
            case ProofOutcome.Wrong wrong -> new Proving.WrongCode(wrong.attemptsLeft());
            case ProofOutcome.Exhausted _none -> {
                forget(request);
                yield new Proving.Exhausted();
            }
            case ProofOutcome.Expired _over -> new Proving.Over();
            case ProofOutcome.Unknown _unknown -> new Proving.Over();
        };
    }

    private Proving proved(RegistrationRequest request) {
        RegistrationRequest one = requests.findWaiting(request.personKey())
                .map(before -> merge(request, before))
                .orElseGet(() -> {
                    requests.await(request.id(), clock.instant());
                    return request;
                });
        events.publishEvent(Trace.of("registration-ask", "patient", one.patientId()));
        return new Proving.Waits(one.id(), tokens.issue(one.id()));
    }

    private RegistrationRequest merge(RegistrationRequest request, RegistrationRequest before) {
        turns.move(request.id(), before.id());
        requests.confirm(before.id(), request.classes(), clock.instant());
        forget(request);
        return before;
    }

    /** Somebody known at the desk asks by telephone or in person; the desk proves who she is. */
    @Transactional
    public Joined join(Patient patient, Wanted wanted) {
        Map<UUID, Double> minutes = minutes(wanted.communeCode(), wanted.sites());
        if (minutes.isEmpty()) {
            return new Joined.Nowhere();
        }
        UUID person = personKey(patient);
        requests.lockPerson(person);
        var fresh = request(patient, person, wanted, State.WAITING, null);
        Optional<RegistrationRequest> before = requests.findWaiting(person);
        before.ifPresentOrElse(
                one -> {
                    requests.confirm(one.id(), fresh.classes(), clock.instant());
                    minutes.forEach((site, away) -> turns.add(one.id(), site, away, clock.instant()));
                },
                () -> add(fresh, minutes, "secretary"));
        events.publishEvent(Trace.of("registration-ask", "patient", patient.id()));
        return new Joined.Waits(before.orElse(fresh).id());
    }

    static UUID personKey(Patient patient) {
        String contact = patient.email() != null ? patient.email() : patient.phone();
        return contact == null ? patient.id() : patient.identity().keyWith(contact);
    }

    /** More sites for somebody who waits: her date there is that of today. False when none takes her. */
    @Transactional
    public boolean join(UUID requestId, Collection<UUID> sites) {
        return requests.lock(requestId)
                .filter(RegistrationRequest::isWaiting)
                .map(one -> {
                    var minutes = minutes(one.communeCode(), sites);
                    minutes.forEach((site, away) -> turns.add(requestId, site, away, clock.instant()));
                    events.publishEvent(Trace.of("registration-sites", "patient", one.patientId()));
                    return !minutes.isEmpty();
                })
                .orElse(false);
    }

    /** Removes what was never proved, and the identity typed for it. */
    void forget(RegistrationRequest request) {
        if (requests.remove(request.id())) {
            patients.forgetProvisional(request.patientId());
        }
    }

    private RegistrationRequest request(
            Patient patient, UUID person, Wanted wanted, State state, @Nullable UUID proof) {
        Instant now = clock.instant();
        var classes = Priority.of(wanted.said(), patient.identity().birthDate(), Paris.dayOf(now));
        return new RegistrationRequest(
                UUID.randomUUID(),
                patient.id(),
                person,
                wanted.communeCode(),
                wanted.onBehalf(),
                classes,
                state,
                proof,
                now,
                now,
                null,
                null);
    }

    private void add(RegistrationRequest request, Map<UUID, Double> minutes, String origin) {
        requests.add(request, origin);
        minutes.forEach((site, away) -> turns.add(request.id(), site, away, request.askedAt()));
    }

    /** The sites among these that take requests from there. */
    private Map<UUID, Double> minutes(String communeCode, Collection<UUID> sites) {
        Map<UUID, Double> minutes = new HashMap<>();
        var taking = nearby.takingFrom(new Origin.InCommune(communeCode));
        sites.stream().distinct().limit(MOST_SITES).forEach(site -> {
            var list = taking.get(site);
            if (list != null) {
                minutes.put(site, list.minutes());
            }
        });
        return minutes;
    }
}
