package fr.quartdheure.desk.secretary;

import fr.quartdheure.desk.secretary.DayBoard.Cell;
import fr.quartdheure.desk.secretary.DayBoard.Column;
import fr.quartdheure.desk.secretary.DayBoard.Opening;
import fr.quartdheure.desk.secretary.DayBoard.Row;
import fr.quartdheure.desk.secretary.DayBoard.Shared;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the day of a site: a fixed handful of queries, however many practitioners work there. */
@Component
class BoardMaking {

    private final Slots slots;
    private final Appointments appointments;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Services services;
    private final Sites sites;
    private final OpenDays openDays;
    private final Clock clock;

    BoardMaking(
            Slots slots,
            Appointments appointments,
            Patients patients,
            Practitioners practitioners,
            Services services,
            Sites sites,
            OpenDays openDays,
            Clock clock) {
        this.slots = slots;
        this.appointments = appointments;
        this.patients = patients;
        this.practitioners = practitioners;
        this.services = services;
        this.sites = sites;
        this.openDays = openDays;
        this.clock = clock;
    }

    /** @param service when an appointment is to be moved, the only service whose free slots are offered */
    Drawn draw(Site site, List<Site> served, Errand errand, @Nullable String service) {
        Instant from = Paris.startOf(errand.day());
        Instant to = Paris.startOf(errand.day().plusDays(1));
        Instant now = clock.instant();
        List<Slot> offered = slots.listOfSite(site.id(), from, to);
        List<Appointment> booked = appointments.listOfSite(site.id(), from, to);
        Map<UUID, Patient> people = patients.listByIds(booked.stream()
                .map(Appointment::patientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var entries = new Entries(errand, now, service, people);
        Map<UUID, List<Entry>> byPractitioner = new LinkedHashMap<>();
        Map<UUID, Practitioner> known = workingAt(site, offered, booked);
        known.keySet().forEach(id -> {
            var own = entries.of(
                    ofOne(offered, Slot::practitionerId, id), ofOne(booked, Appointment::practitionerId, id));
            if (!own.isEmpty()) {
                byPractitioner.put(id, own);
            }
        });
        Map<UUID, String> rooms = sites.roomsOf(site.id()).stream().collect(Collectors.toMap(Room::id, Room::name));
        var columns = byPractitioner.entrySet().stream()
                .map(own -> column(known.get(own.getKey()), own.getValue(), offered, booked, rooms))
                .toList();
        Opening opening = openDays.on(site, errand.day());
        var board = new DayBoard(
                site,
                served,
                errand,
                Paris.dayOf(now),
                opening,
                columns,
                rows(columns, now),
                shared(errand, served, now, to),
                null,
                null);
        return new Drawn(board, booked, people);
    }

    private Map<UUID, Practitioner> workingAt(Site site, List<Slot> offered, List<Appointment> booked) {
        Map<UUID, Practitioner> known = practitioners.ofSite(site.id()).stream()
                .map(PractitionerAtSite::practitioner)
                .collect(Collectors.toMap(
                        Practitioner::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        var others = Stream.concat(
                        offered.stream().map(Slot::practitionerId),
                        booked.stream().map(Appointment::practitionerId))
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            known.putAll(practitioners.listByIds(others));
        }
        return known;
    }

    private Column column(
            @Nullable Practitioner who,
            List<Entry> entries,
            List<Slot> offered,
            List<Appointment> booked,
            Map<UUID, String> rooms) {
        UUID id = Objects.requireNonNull(who).id();
        List<Slot> ownSlots = ofOne(offered, Slot::practitionerId, id);
        List<Appointment> own = ofOne(booked, Appointment::practitionerId, id);
        var given = Stream.concat(
                        ownSlots.stream().map(Slot::service), own.stream().map(Appointment::service))
                .distinct()
                .map(services::find)
                .flatMap(Optional::stream)
                .toList();
        var places = Stream.concat(
                        ownSlots.stream().map(Slot::roomId), own.stream().map(Appointment::roomId))
                .filter(Objects::nonNull)
                .distinct()
                .map(rooms::get)
                .filter(Objects::nonNull)
                .toList();
        return new Column("p-" + id, who.displayName(), given, places, entries);
    }

    private static List<Row> rows(List<Column> columns, Instant now) {
        DayGrid grid = DayGrid.around(
                columns.stream().flatMap(column -> column.entries().stream()).toList());
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            cells.add(new ArrayList<>());
        }
        for (Column column : columns) {
            int free = 0;
            for (DayGrid.Span<Entry> span : grid.column(column.entries())) {
                for (; free < span.row(); free++) {
                    cells.get(free).add(new Cell(1, List.of()));
                }
                cells.get(free).add(new Cell(span.rows(), span.items()));
                free = span.end();
            }
            for (; free < grid.rows(); free++) {
                cells.get(free).add(new Cell(1, List.of()));
            }
        }
        int line = grid.nearestRow(now);
        var rows = new ArrayList<Row>();
        for (int row = 0; row < grid.rows(); row++) {
            rows.add(new Row(grid.startOf(row), row == line, cells.get(row)));
        }
        return rows;
    }

    private List<Shared> shared(Errand errand, List<Site> served, Instant now, Instant to) {
        Instant from = Paris.startOf(errand.day());
        var own = served.stream().map(Site::id).collect(Collectors.toSet());
        List<Slot> free =
                slots.listShared(DeskAccess.organizations(served), from.isAfter(now) ? from : now, to).stream()
                        .filter(slot -> !own.contains(slot.siteId()))
                        .toList();
        if (free.isEmpty()) {
            return List.of();
        }
        var who = practitioners.listByIds(ids(free, Slot::practitionerId));
        var where = sites.listByIds(ids(free, Slot::siteId));
        return free.stream()
                .filter(slot -> who.containsKey(slot.practitionerId()) && where.containsKey(slot.siteId()))
                .map(slot -> new Shared(
                        slot.start(),
                        Objects.requireNonNull(who.get(slot.practitionerId())).displayName(),
                        Objects.requireNonNull(where.get(slot.siteId())).name(),
                        errand.slot(slot.id())))
                .toList();
    }

    private static Collection<UUID> ids(List<Slot> slots, Function<Slot, UUID> id) {
        return slots.stream().map(id).collect(Collectors.toSet());
    }

    private static <T> List<T> ofOne(List<T> all, Function<T, UUID> owner, UUID id) {
        return all.stream().filter(one -> owner.apply(one).equals(id)).toList();
    }

    /** The board, and whose data it shows. */
    record Drawn(DayBoard board, List<Appointment> booked, Map<UUID, Patient> people) {

        @Nullable
        String nameOf(@Nullable UUID appointmentId) {
            return booked.stream()
                    .filter(one -> one.id().equals(appointmentId))
                    .map(Appointment::patientId)
                    .filter(Objects::nonNull)
                    .map(people::get)
                    .filter(Objects::nonNull)
                    .map(Patient::displayName)
                    .findFirst()
                    .orElse(null);
        }
    }
}
