package fr.quartdheure.registration;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.RegistrationRequest.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody takes the place that she is offered, or leaves it to the next. */
@Component
public class Answering {

    private final Requests requests;
    private final Turns turns;
    private final PlaceOffers offers;
    private final OpenPlaces places;
    private final Registrations registrations;
    private final Patients patients;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answering(
            Requests requests,
            Turns turns,
            PlaceOffers offers,
            OpenPlaces places,
            Registrations registrations,
            Patients patients,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.turns = turns;
        this.offers = offers;
        this.places = places;
        this.registrations = registrations;
        this.patients = patients;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    /** What came of an answer. */
    public sealed interface Answered {

        /** The practitioner has taken her on; both sign the declaration next. */
        record Taken(Registration registration) implements Answered {}

        /** It goes to the next in turn; she keeps hers. */
        record Declined() implements Answered {}

        /** The days to answer are over, or the place was taken back. */
        record TooLate() implements Answered {}
    }

    @Transactional
    public Answered accept(UUID requestId) {
        Optional<RegistrationRequest> request = requests.lock(requestId).filter(RegistrationRequest::isWaiting);
        Optional<PlaceOffer> offer = request.flatMap(one -> open(requestId));
        Instant now = clock.instant();
        if (offer.isEmpty()
                || !offers.end(offer.get().id(), "accepted", now)
                || !places.end(offer.get().placeId(), "taken")) {
            return new Answered.TooLate();
        }
        return new Answered.Taken(take(request.orElseThrow(), offer.get(), now));
    }

    private Registration take(RegistrationRequest request, PlaceOffer offer, Instant now) {
        var registration = new Registration(
                UUID.randomUUID(),
                request.id(),
                offer.placeId(),
                request.patientId(),
                request.personKey(),
                offer.practitionerId(),
                offer.siteId(),
                now,
                null,
                null,
                null);
        registrations.add(registration);
        turns.end(request.id(), offer.siteId(), "placed", now);
        turns.endAll(request.id(), "placed-elsewhere", now);
        requests.end(request.id(), State.PLACED, now);
        sites.find(offer.siteId()).ifPresent(site -> patients.know(request.patientId(), site.organizationId()));
        events.publishEvent(Trace.of("registration-accept", "patient", request.patientId()));
        events.publishEvent(new TakenOn(registration.id()));
        return registration;
    }

    /** The next in turn is asked within seconds. */
    @Transactional
    public Answered decline(UUID requestId) {
        Optional<RegistrationRequest> request = requests.lock(requestId);
        return open(requestId)
                .filter(offer -> offers.end(offer.id(), "declined", clock.instant()))
                .<Answered>map(offer -> {
                    request.ifPresent(
                            one -> events.publishEvent(Trace.of("registration-decline", "patient", one.patientId())));
                    return new Answered.Declined();
                })
                .orElseGet(Answered.TooLate::new);
    }

    /** What somebody may answer now. */
    public Optional<PlaceOffer> open(UUID requestId) {
        return offers.findOpen(requestId).filter(offer -> offer.expiresAt().isAfter(clock.instant()));
    }
}
