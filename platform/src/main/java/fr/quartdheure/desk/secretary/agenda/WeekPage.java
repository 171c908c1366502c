package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.AgendaRead;
import fr.quartdheure.desk.secretary.AgendaReading;
import fr.quartdheure.desk.secretary.BoardRows;
import fr.quartdheure.desk.secretary.DayBoard.Column;
import fr.quartdheure.desk.secretary.DayBoardPage;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.Entries;
import fr.quartdheure.desk.secretary.Entry;
import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.desk.secretary.agenda.Week.Line;
import fr.quartdheure.desk.secretary.agenda.Week.Load;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A week at a glance: where there is room, then one practitioner's days side by side. */
@Controller
class WeekPage {

    private final Screens screens;
    private final DeskAccess access;
    private final AgendaReading agendas;
    private final Practitioners practitioners;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WeekPage(
            Screens screens,
            DeskAccess access,
            AgendaReading agendas,
            Practitioners practitioners,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.agendas = agendas;
        this.practitioners = practitioners;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/secretary/sites/{siteId}/week")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @ModelAttribute Asked asked,
            @RequestParam(required = false) @Nullable UUID practitioner) {
        return access.site(siteId)
                .map(site -> screens.show(
                        request, "desk/secretary/agenda/week.jte", week(site, asked.errand(site, clock), practitioner)))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    private Week week(Site site, Errand errand, @Nullable UUID practitionerId) {
        LocalDate monday = errand.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> all = monday.datesUntil(monday.plusDays(7)).toList();
        var whole = new Period(Paris.startOf(monday), Paris.startOf(monday.plusDays(7)));
        AgendaRead read = agendas.read(List.of(site.id()), whole);
        List<LocalDate> days = all.stream()
                .filter(day -> day.getDayOfWeek().getValue() < 6 || isWorked(read, day))
                .toList();
        List<Practitioner> team = team(site, read);
        Practitioner chosen = team.stream()
                .filter(one -> one.id().equals(practitionerId))
                .findFirst()
                .orElse(null);
        List<Column> columns = chosen == null ? List.of() : columns(read, errand, chosen, days);
        if (chosen != null) {
            trace(site, read.ofPractitioner(chosen.id()));
        }
        return new Week(
                errand,
                site,
                monday,
                Paris.dayOf(clock.instant()),
                days,
                chosen,
                team,
                chosen == null
                        ? team.stream()
                                .map(who -> line(who, read, errand, days))
                                .toList()
                        : List.of(),
                columns,
                BoardRows.of(columns, clock.instant()));
    }

    private static boolean isWorked(AgendaRead read, LocalDate day) {
        AgendaRead on = on(read, day);
        return !on.offered().isEmpty() || !on.booked().isEmpty();
    }

    private List<Practitioner> team(Site site, AgendaRead read) {
        var there = read.practitionerIds();
        var known = practitioners.ofSite(site.id()).stream()
                .map(one -> one.practitioner())
                .filter(one -> there.remove(one.id()))
                .toList();
        return Stream.concat(known.stream(), practitioners.listByIds(there).values().stream())
                .toList();
    }

    private Line line(Practitioner who, AgendaRead read, Errand errand, List<LocalDate> days) {
        AgendaRead own = read.ofPractitioner(who.id());
        var loads = days.stream().map(day -> load(on(own, day), day, errand)).toList();
        return new Line(who, errand.page("week") + "&practitioner=" + who.id(), loads);
    }

    private Load load(AgendaRead own, LocalDate day, Errand errand) {
        Instant now = clock.instant();
        long free = own.offered().stream()
                .filter(slot -> slot.free() && slot.end().isAfter(now))
                .count();
        return new Load(day, own.booked().size(), free, errand.boardOn(day));
    }

    /** The days as columns of one grid: each is shifted to the first one's, by wall time. */
    private List<Column> columns(AgendaRead read, Errand errand, Practitioner who, List<LocalDate> days) {
        AgendaRead own = read.ofPractitioner(who.id());
        var entries = new Entries(errand, clock.instant(), null, own);
        return days.stream()
                .map(day -> new Column(
                        "d-" + day,
                        day.getDayOfWeek().name().toLowerCase(Locale.ROOT),
                        List.of(),
                        List.of(),
                        entries.of(on(own, day), who.id()).stream()
                                .map(entry -> shifted(entry, days.getFirst()))
                                .toList(),
                        null))
                .toList();
    }

    private static Entry shifted(Entry entry, LocalDate to) {
        return entry.at(onDay(entry.start(), to), onDay(entry.end(), to));
    }

    private static Instant onDay(Instant instant, LocalDate day) {
        return day.atTime(instant.atZone(Paris.ZONE).toLocalTime())
                .atZone(Paris.ZONE)
                .toInstant();
    }

    private static AgendaRead on(AgendaRead read, LocalDate day) {
        return read.part(
                (Slot slot) -> Paris.dayOf(slot.start()).equals(day),
                one -> Paris.dayOf(one.start()).equals(day),
                time -> Paris.dayOf(time.period().start()).equals(day));
    }

    private void trace(Site site, AgendaRead shown) {
        if (!shown.booked().isEmpty()) {
            var ids = shown.booked().stream()
                    .map(one -> one.patientId())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            events.publishEvent(Trace.of("read", "patient", ids)
                    .because("week-board")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
    }
}
