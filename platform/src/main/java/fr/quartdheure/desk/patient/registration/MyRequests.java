package fr.quartdheure.desk.patient.registration;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.patient.SiteCards;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.Answering;
import fr.quartdheure.registration.Leaving;
import fr.quartdheure.registration.MonthlyFlows;
import fr.quartdheure.registration.MonthlyFlows.Standing;
import fr.quartdheure.registration.Registration;
import fr.quartdheure.registration.RegistrationList;
import fr.quartdheure.registration.RegistrationLists;
import fr.quartdheure.registration.RegistrationRequest;
import fr.quartdheure.registration.Registrations;
import fr.quartdheure.registration.Requests;
import fr.quartdheure.registration.Turn;
import fr.quartdheure.registration.Turns;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts together what {@code /registration/mine} shows. */
@Component
public class MyRequests {

    private static final int FIRST_HOURS = 3;

    private final Requests requests;
    private final Turns turns;
    private final RegistrationLists lists;
    private final MonthlyFlows flows;
    private final Answering answering;
    private final Leaving leaving;
    private final Registrations registrations;
    private final ListCards cards;
    private final Patients patients;
    private final Sites sites;
    private final Practitioners practitioners;
    private final Slots slots;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MyRequests(
            Requests requests,
            Turns turns,
            RegistrationLists lists,
            MonthlyFlows flows,
            Answering answering,
            Leaving leaving,
            Registrations registrations,
            ListCards cards,
            Patients patients,
            Sites sites,
            Practitioners practitioners,
            Slots slots,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.turns = turns;
        this.lists = lists;
        this.flows = flows;
        this.answering = answering;
        this.leaving = leaving;
        this.registrations = registrations;
        this.cards = cards;
        this.patients = patients;
        this.sites = sites;
        this.practitioners = practitioners;
        this.slots = slots;
        this.events = events;
        this.clock = clock;
    }

    /** Her turn somewhere, and how that list moves. */
    public record Place(Turn turn, Site site, RegistrationList list, Standing standing) {}

    /** @param until the last day on which she may answer */
    public record Offered(Site site, Practitioner doctor, LocalDate until) {}

    /** @param hours the first ones that she may book with her new médecin traitant */
    public record Taken(
            Registration registration, Site site, Practitioner doctor, Map<LocalDate, List<SiteCards.Choice>> hours) {}

    /**
     * @param others sites that would take her too
     * @param said what has just happened
     */
    public record View(
            RegistrationRequest request,
            Patient patient,
            List<Place> places,
            @Nullable Offered offered,
            @Nullable Taken taken,
            boolean mayComeBack,
            List<ListCards.Card> others,
            @Nullable String said) {

        public boolean waits() {
            return request.isWaiting();
        }

        public boolean warns() {
            return "late".equals(said);
        }
    }

    /** What both sign on the official form, prepared. */
    public record Draft(Registration registration, Patient patient, Practitioner doctor, Site site, boolean forChild) {}

    Optional<View> view(UUID requestId, @Nullable String said) {
        return requests.find(requestId).map(request -> {
            Patient patient = read(request);
            List<Place> places = places(requestId);
            var on = places.stream()
                    .filter(one -> one.turn().isWaiting())
                    .map(one -> one.site().id())
                    .collect(Collectors.toSet());
            return new View(
                    request,
                    patient,
                    places,
                    offered(requestId),
                    taken(requestId),
                    leaving.mayComeBack(request),
                    request.isWaiting() ? cards.others(request.communeCode(), on) : List.of(),
                    said);
        });
    }

    Optional<Draft> draft(UUID requestId) {
        return registrations
                .findOfRequest(requestId)
                .filter(Registration::lasts)
                .map(one -> {
                    RegistrationRequest request = requests.find(requestId).orElseThrow();
                    return new Draft(
                            one,
                            read(request),
                            practitioners.find(one.practitionerId()).orElseThrow(),
                            sites.find(one.siteId()).orElseThrow(),
                            request.onBehalf().equals("child"));
                });
    }

    private Patient read(RegistrationRequest request) {
        events.publishEvent(Trace.of("read", "patient", request.patientId()).as("inhabitant", null));
        return patients.find(request.patientId()).orElseThrow();
    }

    private List<Place> places(UUID requestId) {
        List<Turn> mine = turns.listOfRequest(requestId);
        List<UUID> ids = mine.stream().map(Turn::siteId).toList();
        Map<UUID, Site> bySite = sites.listByIds(ids);
        Map<UUID, RegistrationList> rules = lists.listBySite(ids);
        Map<UUID, Standing> standings = flows.standings(ids);
        return mine.stream()
                .map(turn -> new Place(
                        turn,
                        java.util.Objects.requireNonNull(bySite.get(turn.siteId())),
                        java.util.Objects.requireNonNull(rules.get(turn.siteId())),
                        java.util.Objects.requireNonNull(standings.get(turn.siteId()))))
                .toList();
    }

    private @Nullable Offered offered(UUID requestId) {
        return answering
                .open(requestId)
                .map(offer -> new Offered(
                        sites.find(offer.siteId()).orElseThrow(),
                        practitioners.find(offer.practitionerId()).orElseThrow(),
                        Paris.dayOf(offer.expiresAt().minusSeconds(1))))
                .orElse(null);
    }

    private @Nullable Taken taken(UUID requestId) {
        return registrations
                .findOfRequest(requestId)
                .filter(Registration::lasts)
                .map(one -> {
                    Practitioner doctor =
                            practitioners.find(one.practitionerId()).orElseThrow();
                    return new Taken(one, sites.find(one.siteId()).orElseThrow(), doctor, hours(one, doctor));
                })
                .orElse(null);
    }

    private Map<LocalDate, List<SiteCards.Choice>> hours(Registration one, Practitioner doctor) {
        Instant now = clock.instant();
        return slots.listOfPractitioner(doctor.id(), now, now.plus(Duration.ofDays(Horizon.DAYS))).stream()
                .filter(slot -> slot.siteId().equals(one.siteId()) && slot.free() && slot.online())
                .filter(slot -> slot.kind() == Kind.SCHEDULED
                        && slot.start().isAfter(now)
                        && !slot.bookableFrom().isAfter(now))
                .limit(FIRST_HOURS)
                .map(slot -> new SiteCards.Choice(slot, doctor))
                .collect(Collectors.groupingBy(
                        choice -> Paris.dayOf(choice.slot().start()), TreeMap::new, Collectors.toList()));
    }
}
