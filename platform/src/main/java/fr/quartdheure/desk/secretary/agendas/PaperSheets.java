package fr.quartdheure.desk.secretary.agendas;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.agendas.PaperSheet.Calling;
import fr.quartdheure.desk.secretary.agendas.PaperSheet.Column;
import fr.quartdheure.desk.secretary.agendas.PaperSheet.Line;
import fr.quartdheure.desk.secretary.reception.People;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.reception.CallBack;
import fr.quartdheure.reception.CallBacks;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the day of a site as it goes on paper. */
@Component
class PaperSheets {

    private final Sites sites;
    private final Practitioners practitioners;
    private final Services services;
    private final Appointments appointments;
    private final Slots slots;
    private final CallBacks callBacks;
    private final People people;
    private final Clock clock;

    PaperSheets(
            Sites sites,
            Practitioners practitioners,
            Services services,
            Appointments appointments,
            Slots slots,
            CallBacks callBacks,
            People people,
            Clock clock) {
        this.sites = sites;
        this.practitioners = practitioners;
        this.services = services;
        this.appointments = appointments;
        this.slots = slots;
        this.callBacks = callBacks;
        this.people = people;
        this.clock = clock;
    }

    PaperSheet draw(Site site, LocalDate day) {
        Instant from = Paris.startOf(day);
        Instant to = Paris.startOf(day.plusDays(1));
        List<Appointment> booked = appointments.listOfSite(site.id(), from, to);
        List<Slot> free = slots.listOfSite(site.id(), from, to).stream()
                .filter(Slot::free)
                .toList();
        List<CallBack> waiting = callBacks.listToDo(List.of(site.id()));
        Map<UUID, PatientCard> cards = people.cards(Stream.concat(
                booked.stream().map(Appointment::patientId), waiting.stream().map(CallBack::patientId)));
        Map<UUID, String> rooms = sites.roomsOf(site.id()).stream().collect(Collectors.toMap(Room::id, Room::name));
        return new PaperSheet(
                site,
                day,
                clock.instant(),
                columns(site, lines(booked, free, cards, rooms)),
                waiting.stream().map(one -> calling(one, cards)).toList());
    }

    private Map<UUID, List<Line>> lines(
            List<Appointment> booked, List<Slot> free, Map<UUID, PatientCard> cards, Map<UUID, String> rooms) {
        Map<UUID, List<Line>> lines = new LinkedHashMap<>();
        booked.forEach(one -> lines.computeIfAbsent(one.practitionerId(), id -> new ArrayList<>())
                .add(line(one, cards, rooms)));
        free.forEach(one -> lines.computeIfAbsent(one.practitionerId(), id -> new ArrayList<>())
                .add(new Line(
                        one.start(),
                        one.end(),
                        null,
                        null,
                        room(rooms, one.roomId()),
                        one.kind() == Kind.UNSCHEDULED,
                        one.mode() == Mode.TELECONSULTATION)));
        lines.values().forEach(own -> own.sort(Comparator.comparing(Line::start)));
        return lines;
    }

    private Line line(Appointment one, Map<UUID, PatientCard> cards, Map<UUID, String> rooms) {
        return new Line(
                one.start(),
                one.end(),
                Objects.requireNonNullElse(
                        cards.get(one.patientId()), new PatientCard(one.id(), "", "", 0, null, null)),
                services.find(one.service())
                        .flatMap(service -> service.reason(one.reason()))
                        .orElse(null),
                room(rooms, one.roomId()),
                one.kind() == Kind.UNSCHEDULED,
                one.mode() == Mode.TELECONSULTATION);
    }

    /** Those of the site in its own order, then who only comes that day. */
    private List<Column> columns(Site site, Map<UUID, List<Line>> lines) {
        Map<UUID, Practitioner> team = new LinkedHashMap<>();
        practitioners.ofSite(site.id()).stream()
                .map(PractitionerAtSite::practitioner)
                .forEach(one -> team.put(one.id(), one));
        practitioners.listByIds(lines.keySet()).values().forEach(one -> team.putIfAbsent(one.id(), one));
        return team.values().stream()
                .filter(one -> lines.containsKey(one.id()))
                .map(one -> new Column(one.displayName(), lines.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Calling calling(CallBack one, Map<UUID, PatientCard> cards) {
        PatientCard card = cards.get(one.patientId());
        return new Calling(
                one,
                card == null ? Objects.requireNonNullElse(one.who(), "") : card.name(),
                People.phoneShown(one.phone()));
    }

    private static String room(Map<UUID, String> rooms, @Nullable UUID id) {
        return id == null ? "" : rooms.getOrDefault(id, "");
    }
}
