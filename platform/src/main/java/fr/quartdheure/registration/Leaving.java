package fr.quartdheure.registration;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.RegistrationRequest.State;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leaving a list or all of them, coming back with the date one had, and saying that one still wants a practitioner. */
@Component
public class Leaving {

    /** So long the date is kept for whoever left, said nothing or lost her practitioner. */
    public static final Duration BACK_WITHIN = Duration.ofDays(90);

    private static final Set<State> MAY_COME_BACK = EnumSet.of(State.LEFT, State.SILENT, State.ASKED_BACK);

    private final Requests requests;
    private final Turns turns;
    private final PlaceOffers offers;
    private final Patients patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Leaving(
            Requests requests,
            Turns turns,
            PlaceOffers offers,
            Patients patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.turns = turns;
        this.offers = offers;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /** Leaves one list; the last one ends the request. A place that she is asked about there goes to the next. */
    @Transactional
    public boolean leave(UUID requestId, UUID siteId) {
        return waiting(requestId)
                .filter(one -> turns.end(requestId, siteId, "left", clock.instant()))
                .map(one -> {
                    offers.findOpen(requestId)
                            .filter(offer -> offer.siteId().equals(siteId))
                            .ifPresent(offer -> offers.end(offer.id(), "withdrawn", clock.instant()));
                    if (turns.count(requestId) == 0) {
                        requests.end(requestId, State.LEFT, clock.instant());
                    }
                    return trace("registration-leave", one);
                })
                .orElse(false);
    }

    @Transactional
    public boolean leaveAll(UUID requestId) {
        return waiting(requestId)
                .map(one -> {
                    end(one, State.LEFT, "left-all");
                    return trace("registration-leave", one);
                })
                .orElse(false);
    }

    /** Ends a request, and what she is asked about. */
    void end(RegistrationRequest request, State state, String because) {
        Instant now = clock.instant();
        offers.findOpen(request.id()).ifPresent(offer -> offers.end(offer.id(), "withdrawn", now));
        turns.endAll(request.id(), because, now);
        requests.end(request.id(), state, now);
    }

    /** Whether she may take her turns up again. */
    public boolean mayComeBack(RegistrationRequest request) {
        Instant ended = request.endedAt();
        return MAY_COME_BACK.contains(request.state())
                && ended != null
                && clock.instant().isBefore(ended.plus(BACK_WITHIN));
    }

    /** On her lists again, with the dates that she had. */
    @Transactional
    public boolean comeBack(UUID requestId) {
        requests.find(requestId).ifPresent(one -> requests.lockPerson(one.personKey()));
        return requests.lock(requestId)
                .filter(this::mayComeBack)
                .filter(one -> requests.findWaiting(one.personKey()).isEmpty())
                .map(one -> {
                    turns.restore(requestId);
                    requests.await(requestId, clock.instant());
                    return trace("registration-back", one);
                })
                .orElse(false);
    }

    /** She still wants one; what she says of herself now decides whether a site serves her first. */
    @Transactional
    public boolean confirm(UUID requestId, Set<Priority> said) {
        return waiting(requestId)
                .map(one -> {
                    var born = patients.find(one.patientId())
                            .orElseThrow()
                            .identity()
                            .birthDate();
                    Instant now = clock.instant();
                    requests.confirm(requestId, Priority.of(said, born, Paris.dayOf(now)), now);
                    return trace("registration-confirm", one);
                })
                .orElse(false);
    }

    private Optional<RegistrationRequest> waiting(UUID requestId) {
        return requests.lock(requestId).filter(RegistrationRequest::isWaiting);
    }

    private boolean trace(String act, RegistrationRequest request) {
        events.publishEvent(Trace.of(act, "patient", request.patientId()));
        return true;
    }
}
