package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.reception.WaitingRoom.Lane;
import fr.quartdheure.desk.secretary.reception.WaitingRoom.Person;
import fr.quartdheure.desk.secretary.reception.WaitingRoom.Place;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the waiting room of one site or of several: a fixed handful of queries for each. */
@Component
class WaitingRooms {

    private static final Duration SOON = Duration.ofMinutes(20);

    private final ReceptionDesk desk;
    private final Menus menus;
    private final Appointments appointments;
    private final Practitioners practitioners;
    private final People people;
    private final Clock clock;

    WaitingRooms(
            ReceptionDesk desk,
            Menus menus,
            Appointments appointments,
            Practitioners practitioners,
            People people,
            Clock clock) {
        this.desk = desk;
        this.menus = menus;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.people = people;
        this.clock = clock;
    }

    WaitingRoom draw(Standing at, @Nullable String said, @Nullable UUID about, @Nullable String was) {
        Instant now = clock.instant();
        LocalDate today = Paris.dayOf(now);
        Map<UUID, String> names = new LinkedHashMap<>();
        List<Place> places = at.looked().stream()
                .map(site -> place(site, today, now, names))
                .filter(place -> !place.lanes().isEmpty())
                .toList();
        return new WaitingRoom(menus.of(at, "waiting-room"), places, said, about, was, names.get(about));
    }

    private Place place(Site site, LocalDate day, Instant now, Map<UUID, String> names) {
        List<Appointment> all =
                appointments.listOfSite(site.id(), Paris.startOf(day), Paris.startOf(day.plusDays(1))).stream()
                        .filter(one -> one.mode() != Mode.TELECONSULTATION || one.roomId() != null)
                        .toList();
        List<Appointment> shown = all.stream().filter(one -> isShown(one, now)).toList();
        Map<UUID, PatientCard> cards = people.cards(shown.stream().map(Appointment::patientId));
        desk.trace(site, cards.keySet(), "waiting-room");
        all.forEach(one -> names.put(one.id(), ""));
        shown.forEach(one -> names.put(one.id(), name(one, cards)));
        Map<UUID, List<Appointment>> byPractitioner =
                shown.stream().collect(Collectors.groupingBy(Appointment::practitionerId));
        var team = practitioners.listByIds(byPractitioner.keySet());
        return new Place(
                site.id(),
                site.name(),
                byPractitioner.entrySet().stream()
                        .map(one -> lane(team.get(one.getKey()), one.getValue(), cards, now))
                        .sorted(Comparator.comparingInt(Lane::late).reversed().thenComparing(Lane::practitioner))
                        .toList());
    }

    /** There, in consultation, or awaited now. */
    private static boolean isShown(Appointment one, Instant now) {
        return switch (one.status()) {
            case ARRIVED, IN_CONSULTATION -> true;
            case BOOKED -> one.start().isBefore(now.plus(SOON));
            case HELD, AWAITING_CODE, DONE, NO_SHOW, CANCELLED, EXPIRED -> false;
        };
    }

    private static Lane lane(
            @Nullable Practitioner who, List<Appointment> own, Map<UUID, PatientCard> cards, Instant now) {
        List<Person> waiting = persons(own, AppointmentStatus.ARRIVED, cards, now);
        int late = waiting.stream()
                .mapToInt(one -> Math.min(one.waited(), one.past()))
                .max()
                .orElse(0);
        return new Lane(
                who == null ? "" : who.displayName(),
                Math.max(0, late),
                persons(own, AppointmentStatus.IN_CONSULTATION, cards, now),
                waiting,
                persons(own, AppointmentStatus.BOOKED, cards, now));
    }

    private static List<Person> persons(
            List<Appointment> own, AppointmentStatus status, Map<UUID, PatientCard> cards, Instant now) {
        return own.stream()
                .filter(one -> one.status() == status)
                .map(one -> person(one, cards, now))
                .toList();
    }

    private static Person person(Appointment one, Map<UUID, PatientCard> cards, Instant now) {
        Instant since = Objects.requireNonNullElse(
                one.status() == AppointmentStatus.IN_CONSULTATION ? one.startedAt() : one.arrivedAt(), one.start());
        return new Person(
                one.id(),
                name(one, cards),
                one.start(),
                since,
                (int) Math.max(0, Duration.between(since, now).toMinutes()),
                (int) Duration.between(one.start(), now).toMinutes(),
                one.kind() == Kind.UNSCHEDULED);
    }

    private static String name(Appointment one, Map<UUID, PatientCard> cards) {
        PatientCard card = cards.get(one.patientId());
        return card == null ? "" : card.name();
    }
}
