package fr.quartdheure.desk.secretary.registration;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.Panel;
import fr.quartdheure.registration.Panels;
import fr.quartdheure.registration.PlaceOffer;
import fr.quartdheure.registration.PlaceOffers;
import fr.quartdheure.registration.Registration;
import fr.quartdheure.registration.RegistrationList;
import fr.quartdheure.registration.RegistrationLists;
import fr.quartdheure.registration.Registrations;
import fr.quartdheure.registration.Turn;
import fr.quartdheure.registration.Turns;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts together the list of a site as its secretary sees it. */
@Component
public class ListBoards {

    private static final int SHOWN = 300;
    private static final String PHYSICIAN = "10";

    private final RegistrationLists lists;
    private final Panels panels;
    private final Turns turns;
    private final PlaceOffers offers;
    private final Registrations registrations;
    private final Practitioners practitioners;
    private final Patients patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListBoards(
            RegistrationLists lists,
            Panels panels,
            Turns turns,
            PlaceOffers offers,
            Registrations registrations,
            Practitioners practitioners,
            Patients patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lists = lists;
        this.panels = panels;
        this.turns = turns;
        this.offers = offers;
        this.registrations = registrations;
        this.practitioners = practitioners;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    /** A doctor of the site, and her list of patients if anybody counted it. */
    public record Doctor(
            Practitioner practitioner, @Nullable Panel panel) {}

    /** @param offered what she is asked about now */
    public record Waiting(
            Turn turn, PatientCard person, @Nullable Offered offered) {}

    /** @param until the last day on which she may answer */
    public record Offered(String doctor, LocalDate until) {}

    /** Somebody taken on whose declaration lacks a signature. */
    public record ToDeclare(Registration registration, PatientCard person, String doctor) {}

    /** @param said what has just happened, with a number that belongs to it */
    public record View(
            Site site,
            RegistrationList list,
            List<Doctor> doctors,
            List<Waiting> waiting,
            List<ToDeclare> toDeclare,
            LocalDate today,
            @Nullable String said,
            int count) {

        public String base() {
            return "/secretary/sites/" + site.id() + "/registrations";
        }

        /** Who takes people on now. */
        public List<Doctor> taking() {
            return doctors.stream()
                    .filter(one -> one.panel() != null && !one.panel().isStopped())
                    .toList();
        }

        public boolean warns() {
            return said != null && said.matches("beyond-target|beyond-site|no-panel|late|places-open|nowhere");
        }
    }

    View board(Site site, @Nullable String said, int count) {
        List<Doctor> doctors = doctors(site);
        Map<UUID, String> names = doctors.stream()
                .collect(Collectors.toMap(
                        one -> one.practitioner().id(),
                        one -> one.practitioner().displayName()));
        List<Turn> waiting = turns.listOfSite(site.id(), SHOWN);
        List<Registration> toDeclare = registrations.listToDeclare(site.id());
        Map<UUID, Patient> people = read(site, waiting, toDeclare);
        Map<UUID, PlaceOffer> asked = offers.listOpen(site.id()).stream()
                .collect(Collectors.toMap(PlaceOffer::requestId, Function.identity()));
        return new View(
                site,
                lists.find(site.id()).orElseGet(() -> RegistrationList.usual(site.id())),
                doctors,
                waiting.stream()
                        .map(turn -> new Waiting(
                                turn, card(people, turn.patientId()), offered(asked.get(turn.requestId()), names)))
                        .toList(),
                toDeclare.stream()
                        .map(one -> new ToDeclare(
                                one, card(people, one.patientId()), names.getOrDefault(one.practitionerId(), "")))
                        .toList(),
                today(),
                said,
                count);
    }

    /** The physicians of a site; the others are no médecin traitant. */
    List<Doctor> doctors(Site site) {
        Map<UUID, Panel> byDoctor = panels.listOfSite(site.id()).stream()
                .collect(Collectors.toMap(Panel::practitionerId, Function.identity()));
        return practitioners.ofSite(site.id()).stream()
                .map(PractitionerAtSite::practitioner)
                .filter(one -> one.profession().equals(PHYSICIAN))
                .map(one -> new Doctor(one, byDoctor.get(one.id())))
                .toList();
    }

    Optional<Doctor> doctor(Site site, UUID practitionerId) {
        return doctors(site).stream()
                .filter(one -> one.practitioner().id().equals(practitionerId))
                .findFirst();
    }

    /** Whether somebody waits on the list of a site: only then may its secretary act for her. */
    boolean isOnList(Site site, UUID requestId) {
        return turns.listOfRequest(requestId).stream()
                .anyMatch(turn -> turn.siteId().equals(site.id()) && turn.isWaiting());
    }

    LocalDate today() {
        return Paris.dayOf(clock.instant());
    }

    private Map<UUID, Patient> read(Site site, List<Turn> waiting, List<Registration> toDeclare) {
        Set<UUID> ids = new HashSet<>();
        waiting.forEach(turn -> ids.add(turn.patientId()));
        toDeclare.forEach(one -> ids.add(one.patientId()));
        Map<UUID, Patient> people = patients.listByIds(ids);
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", List.copyOf(people.keySet()))
                    .because("registration")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        return people;
    }

    private PatientCard card(Map<UUID, Patient> people, UUID id) {
        return PatientCard.of(java.util.Objects.requireNonNull(people.get(id)), today());
    }

    private static @Nullable Offered offered(@Nullable PlaceOffer offer, Map<UUID, String> names) {
        return offer == null
                ? null
                : new Offered(
                        names.getOrDefault(offer.practitionerId(), ""),
                        Paris.dayOf(offer.expiresAt().minusSeconds(1)));
    }
}
