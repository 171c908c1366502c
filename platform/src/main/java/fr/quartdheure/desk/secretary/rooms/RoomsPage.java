package fr.quartdheure.desk.secretary.rooms;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.roster.AgendaState;
import fr.quartdheure.roster.Agendas;
import fr.quartdheure.roster.RoomWeek;
import fr.quartdheure.roster.RoomWeek.Broken;
import fr.quartdheure.roster.Subject;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.time.Paris;
import fr.quartdheure.upkeep.OutOfOrder;
import fr.quartdheure.upkeep.OutOfOrders;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/rooms}: who is where today and in the week, and what is in the way of what. */
@Controller
class RoomsPage {

    static final Problem ABSENT = Problem.of(404, "problem.absent");
    private static final int LONGEST = 200;

    private final Screens screens;
    private final DeskAccess access;
    private final Agendas agendas;
    private final Sites sites;
    private final Practitioners practitioners;
    private final Appointments appointments;
    private final OutOfOrders outOfOrders;
    private final Clock clock;

    RoomsPage(
            Screens screens,
            DeskAccess access,
            Agendas agendas,
            Sites sites,
            Practitioners practitioners,
            Appointments appointments,
            OutOfOrders outOfOrders,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.agendas = agendas;
        this.sites = sites;
        this.practitioners = practitioners;
        this.appointments = appointments;
        this.outOfOrders = outOfOrders;
        this.clock = clock;
    }

    @GetMapping("/secretary/rooms")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String said) {
        String template = "desk/secretary/rooms/" + ("board".equals(part) ? "now.jte" : "rooms.jte");
        return chosen(access, site)
                .map(one -> screens.show(request, template, view(one, week, said)))
                .orElseGet(() -> screens.show(request, ABSENT));
    }

    /** The one asked for, or the first that has rooms. */
    static Optional<Site> chosen(DeskAccess access, @Nullable UUID site) {
        return site == null ? access.sites().stream().findFirst() : access.site(site);
    }

    private RoomsView view(Site site, @Nullable LocalDate week, @Nullable String said) {
        LocalDate today = today();
        // On a Sunday the week that begins tomorrow is the one that somebody looks for.
        LocalDate monday = monday(week == null ? today.plusDays(1) : week);
        AgendaState state = agendas.read(Subject.site(site.id()));
        List<Room> rooms = sites.roomsOf(site.id());
        RoomWeek shown = RoomWeek.of(monday, site.id(), rooms, state);
        RoomWeek current = RoomWeek.of(monday(today), site.id(), rooms, state);
        List<OutOfOrder> broken = outOfOrders.list(site.id(), monday.isBefore(today) ? monday : today);
        return new RoomsView(
                site,
                access.sites(),
                today,
                clock.instant().atZone(Paris.ZONE).toLocalTime(),
                shown,
                current,
                shown.conflicts(days(monday, broken)),
                broken,
                names(state),
                inside(site, today),
                said != null && said.matches("refused|broken|mended") ? said : null);
    }

    private static Set<Broken> days(LocalDate monday, List<OutOfOrder> broken) {
        var days = new HashSet<Broken>();
        broken.forEach(one -> monday.datesUntil(monday.plusWeeks(1))
                .filter(one::on)
                .forEach(day -> days.add(new Broken(one.roomId(), day))));
        return days;
    }

    private Map<UUID, String> names(AgendaState state) {
        var names = new HashMap<UUID, String>();
        practitioners
                .listByIds(state.rules().values().stream()
                        .map(AvailabilityRule::practitionerId)
                        .distinct()
                        .toList())
                .forEach((id, one) -> names.put(id, one.displayName()));
        return names;
    }

    private Map<UUID, Appointment> inside(Site site, LocalDate today) {
        var inside = new HashMap<UUID, Appointment>();
        appointments.listOfSite(site.id(), Paris.startOf(today), Paris.startOf(today.plusDays(1))).stream()
                .filter(one -> one.status() == AppointmentStatus.IN_CONSULTATION)
                .forEach(one -> {
                    UUID room = one.roomId();
                    if (room != null) {
                        inside.put(room, one);
                    }
                });
        return inside;
    }

    @PostMapping("/secretary/rooms/broken")
    ResponseEntity<byte[]> broken(
            HttpServletRequest request,
            @RequestParam UUID site,
            @RequestParam UUID room,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String reason) {
        Optional<Site> served = access.site(site);
        if (served.isEmpty()
                || sites.roomsOf(site).stream().noneMatch(one -> one.id().equals(room))) {
            return screens.show(request, ABSENT);
        }
        Optional<LocalDate> from = day(first);
        Optional<LocalDate> to = last.isBlank() ? from : day(last);
        boolean wrong = from.isEmpty()
                || to.isEmpty()
                || to.get().isBefore(from.get())
                || to.get().isBefore(today());
        String why = reason.strip();
        if (wrong || why.isEmpty() || why.length() > LONGEST) {
            return see(site, "refused");
        }
        outOfOrders.add(
                new OutOfOrder(
                        UUID.randomUUID(),
                        site,
                        room,
                        from.orElseThrow(),
                        to.orElseThrow(),
                        why,
                        CurrentAccount.get().name()),
                clock.instant());
        return see(site, "broken");
    }

    @PostMapping("/secretary/rooms/mended")
    ResponseEntity<byte[]> mended(HttpServletRequest request, @RequestParam UUID site, @RequestParam UUID id) {
        if (access.site(site).isEmpty()) {
            return screens.show(request, ABSENT);
        }
        outOfOrders.end(site, id, clock.instant());
        return see(site, "mended");
    }

    private static ResponseEntity<byte[]> see(UUID site, String said) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/secretary/rooms?site=" + site + "&said=" + said))
                .build();
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }
}
