package fr.quartdheure.registration;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.registration.RegistrationRequest.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a site keeps up to date: its rules, its practitioners' lists, the signatures, and a practitioner who stops. */
@Component
public class Keeping {

    private final RegistrationLists lists;
    private final Panels panels;
    private final OpenPlaces places;
    private final Registrations registrations;
    private final Requests requests;
    private final Matching matching;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Keeping(
            RegistrationLists lists,
            Panels panels,
            OpenPlaces places,
            Registrations registrations,
            Requests requests,
            Matching matching,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lists = lists;
        this.panels = panels;
        this.places = places;
        this.registrations = registrations;
        this.requests = requests;
        this.matching = matching;
        this.events = events;
        this.clock = clock;
    }

    /** Sets the rules of a site; who comes first may change with them, the dates do not. */
    @Transactional
    public void setRules(RegistrationList list) {
        lists.put(list);
        events.publishEvent(Trace.of("registration-rules", "site", list.siteId())
                .because(String.join(",", Priority.codes(list.priorities()))));
    }

    /** What came of setting the size of a list. */
    public enum Counted {
        SET,
        /** Fewer than she has with the places that are open: those are to be taken back first. */
        PLACES_OPEN
    }

    /**
     * Says how many patients a practitioner wants. A count that differs from what is known replaces it from now on.
     *
     * @param target 0 to {@link Panel#LARGEST}
     * @param size how many she has now, 0 to {@link Panel#LARGEST}
     */
    @Transactional
    public Counted count(UUID practitionerId, UUID siteId, int target, int size) {
        if (target < 0 || target > Panel.LARGEST || size < 0 || size > Panel.LARGEST) {
            throw new IllegalArgumentException(
                    "target " + target + " or size " + size + " is not between 0 and " + Panel.LARGEST);
        }
        if (lists.lock(siteId).isEmpty()) {
            lists.put(RegistrationList.usual(siteId));
        }
        Optional<Panel> before = panels.lock(practitionerId, siteId);
        int open = before.map(Panel::openPlaces).orElse(0);
        if (open > 0 && size + open > target) {
            return Counted.PLACES_OPEN;
        }
        if (before.isPresent() && before.get().size() == size) {
            panels.setTarget(practitionerId, siteId, target);
        } else {
            panels.put(practitionerId, siteId, target, size, clock.instant());
        }
        events.publishEvent(Trace.of("registration-count", "practitioner", practitionerId)
                .because(size + " of " + target + " at " + siteId));
        return Counted.SET;
    }

    /**
     * A practitioner stops at a site: her open places are taken back, and whoever she took on here may come back to the
     * lists with the date that she had. Returns how many those are.
     */
    @Transactional
    public int stop(UUID practitionerId, UUID siteId) {
        lists.lock(siteId);
        Instant now = clock.instant();
        if (panels.lock(practitionerId, siteId).isEmpty() || !panels.stop(practitionerId, siteId, now)) {
            return 0;
        }
        places.lock();
        places.listOpen(practitionerId, siteId).forEach(matching::withdraw);
        int asked = 0;
        for (Registration one : registrations.listOfPractitioner(practitionerId, siteId)) {
            asked += askBack(one, now) ? 1 : 0;
        }
        events.publishEvent(Trace.of("registration-stop", "practitioner", practitionerId));
        return asked;
    }

    private boolean askBack(Registration one, Instant now) {
        Optional<RegistrationRequest> request = requests.lock(one.requestId());
        if (!registrations.end(one.id(), "doctor-stops", now)
                || request.filter(r -> r.state() == State.PLACED).isEmpty()) {
            return false;
        }
        requests.end(one.requestId(), State.ASKED_BACK, now);
        events.publishEvent(new ComeBack(one.requestId()));
        return true;
    }

    /** Records when each of the two signed the official declaration; null for not yet. */
    @Transactional
    public boolean sign(UUID registrationId, @Nullable LocalDate patient, @Nullable LocalDate practitioner) {
        boolean kept = registrations.sign(registrationId, patient, practitioner);
        trace("registration-sign", registrationId);
        return kept;
    }

    /** Takes somebody off a practitioner's list: she chose otherwise, or it was a mistake; her place is free again. */
    @Transactional
    public boolean end(UUID registrationId, boolean mistake) {
        Optional<Registration> found = registrations.find(registrationId);
        Optional<RegistrationRequest> request = found.flatMap(one -> requests.lock(one.requestId()));
        Instant now = clock.instant();
        boolean ended = registrations.end(registrationId, mistake ? "mistake" : "patient", now);
        if (ended && mistake && request.filter(r -> r.state() == State.PLACED).isPresent()) {
            requests.end(request.get().id(), State.ASKED_BACK, now);
        }
        trace("registration-end", registrationId);
        return ended;
    }

    private void trace(String act, UUID registrationId) {
        registrations
                .find(registrationId)
                .ifPresent(one -> events.publishEvent(Trace.of(act, "patient", one.patientId())));
    }
}
