package fr.quartdheure.desk.secretary;

import fr.quartdheure.desk.secretary.DayBoard.Column;
import fr.quartdheure.desk.secretary.DayBoard.Shared;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the day of a site, or of several: a fixed handful of queries, however many practitioners work there. */
@Component
class BoardMaking {

    private final AgendaReading agendas;
    private final Slots slots;
    private final Practitioners practitioners;
    private final Services services;
    private final Sites sites;
    private final OpenDays openDays;
    private final Clock clock;

    BoardMaking(
            AgendaReading agendas,
            Slots slots,
            Practitioners practitioners,
            Services services,
            Sites sites,
            OpenDays openDays,
            Clock clock) {
        this.agendas = agendas;
        this.slots = slots;
        this.practitioners = practitioners;
        this.services = services;
        this.sites = sites;
        this.openDays = openDays;
        this.clock = clock;
    }

    /** @param service when an appointment is to be moved, the only service whose free slots are offered */
    Drawn draw(Site site, List<Site> served, Errand errand, @Nullable String service) {
        Instant now = clock.instant();
        List<Site> shown = errand.all() ? served : List.of(site);
        var day = new Period(
                Paris.startOf(errand.day()), Paris.startOf(errand.day().plusDays(1)));
        AgendaRead read = agendas.read(shown.stream().map(Site::id).toList(), day);
        var entries = new Entries(errand, now, service, read);
        List<Column> columns = shown.stream()
                .flatMap(one -> columns(one, read.ofSite(one.id()), entries, errand.all()))
                .toList();
        var board = new DayBoard(
                site,
                served,
                errand,
                Paris.dayOf(now),
                openDays.on(site, errand.day()),
                columns,
                BoardRows.of(columns, now),
                shared(errand, served, now),
                null,
                null,
                null);
        return new Drawn(board, read.booked(), read.people());
    }

    private Stream<Column> columns(Site site, AgendaRead day, Entries entries, boolean named) {
        if (day.practitionerIds().isEmpty()) {
            return Stream.empty();
        }
        Map<UUID, String> rooms = sites.roomsOf(site.id()).stream().collect(Collectors.toMap(Room::id, Room::name));
        return workingAt(site, day).values().stream()
                .map(who -> column(who, day.ofPractitioner(who.id()), entries, rooms))
                .filter(column -> !column.entries().isEmpty())
                .map(column -> named ? column.at(site) : column);
    }

    /** Those of the site in its own order, then who only comes that day. */
    private Map<UUID, Practitioner> workingAt(Site site, AgendaRead day) {
        Map<UUID, Practitioner> known = new LinkedHashMap<>();
        practitioners
                .ofSite(site.id())
                .forEach(one -> known.put(one.practitioner().id(), one.practitioner()));
        Set<UUID> others = day.practitionerIds();
        others.removeAll(known.keySet());
        if (!others.isEmpty()) {
            known.putAll(practitioners.listByIds(others));
        }
        return known;
    }

    private Column column(Practitioner who, AgendaRead own, Entries entries, Map<UUID, String> rooms) {
        var given = Stream.concat(
                        own.offered().stream().map(Slot::service),
                        own.booked().stream()
                                .filter(one -> one.practitionerId().equals(who.id()))
                                .map(Appointment::service))
                .distinct()
                .map(services::find)
                .flatMap(Optional::stream)
                .toList();
        var places = Stream.concat(
                        own.offered().stream().map(Slot::roomId),
                        own.booked().stream().map(Appointment::roomId))
                .filter(Objects::nonNull)
                .distinct()
                .map(rooms::get)
                .filter(Objects::nonNull)
                .toList();
        return new Column("p-" + who.id(), who.displayName(), given, places, entries.of(own, who.id()), null);
    }

    private List<Shared> shared(Errand errand, List<Site> served, Instant now) {
        Instant from = Paris.startOf(errand.day());
        Instant to = Paris.startOf(errand.day().plusDays(1));
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
