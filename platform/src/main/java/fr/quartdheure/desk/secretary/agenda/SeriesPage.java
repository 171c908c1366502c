package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DayBoardPage;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.SlotTasks;
import fr.quartdheure.desk.secretary.SlotTasks.Task;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.SeriesBooking;
import fr.quartdheure.scheduling.SeriesBooking.Booked;
import fr.quartdheure.scheduling.SeriesSession;
import fr.quartdheure.scheduling.SeriesWish;
import fr.quartdheure.time.Paris;
import fr.quartdheure.undo.DeskActs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ten sessions for one person in one act. */
@Controller
class SeriesPage {

    private static final String PAGE = "desk/secretary/agenda/series.jte";

    private final Screens screens;
    private final SlotTasks tasks;
    private final SeriesBooking series;
    private final DeskActs acts;
    private final Practitioners practitioners;
    private final Services services;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SeriesPage(
            Screens screens,
            SlotTasks tasks,
            SeriesBooking series,
            DeskActs acts,
            Practitioners practitioners,
            Services services,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.tasks = tasks;
        this.series = series;
        this.acts = acts;
        this.practitioners = practitioners;
        this.services = services;
        this.events = events;
        this.clock = clock;
    }

    /** As it was typed. */
    record Typed(
            @Nullable List<Integer> weekday,
            @Nullable Integer every,
            @Nullable Integer count,
            @Nullable String hour) {}

    @GetMapping("/secretary/slots/{slotId}/series")
    ResponseEntity<byte[]> plan(
            HttpServletRequest request,
            @PathVariable UUID slotId,
            @ModelAttribute SlotTasks.Asked asked,
            @ModelAttribute Typed typed) {
        Optional<Task> task = find(slotId, asked);
        if (task.isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        trace(task.get());
        if (typed.count() == null) {
            return screens.show(request, PAGE, form(task.get(), asked, typed, Shown.NOTHING));
        }
        Optional<SeriesWish> wish = wish(task.get(), asked, typed);
        return wish.map(one ->
                        screens.show(request, PAGE, form(task.get(), asked, typed, Shown.planned(series.plan(one)))))
                .orElseGet(() -> refused(request, form(task.get(), asked, typed, Shown.refused("form"))));
    }

    @PostMapping("/secretary/slots/{slotId}/series")
    ResponseEntity<byte[]> book(
            HttpServletRequest request,
            @PathVariable UUID slotId,
            @ModelAttribute SlotTasks.Asked asked,
            @ModelAttribute Typed typed,
            @RequestParam(defaultValue = "") List<String> start) {
        Optional<Task> task = find(slotId, asked);
        if (task.isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        Optional<SeriesWish> wish = wish(task.get(), asked, typed);
        List<Instant> starts = starts(start);
        if (wish.isEmpty()) {
            return refused(request, form(task.get(), asked, typed, Shown.refused("form")));
        }
        if (starts.isEmpty() || starts.size() > SeriesWish.MOST) {
            return refused(
                    request,
                    form(task.get(), asked, typed, new Shown(series.plan(wish.get()), List.of(), List.of(), "none")));
        }
        Booked booked = acts.bookSeries(wish.get(), starts);
        var shown = new Shown(List.of(), booked.appointments(), booked.missed(), null);
        return screens.show(request, PAGE, form(task.get(), asked, typed, shown));
    }

    /** What stands on the page besides the form. */
    private record Shown(
            List<SeriesSession> sessions,
            List<Appointment> booked,
            List<Instant> missed,
            @Nullable String refusal) {

        private static final Shown NOTHING = new Shown(List.of(), List.of(), List.of(), null);

        private static Shown planned(List<SeriesSession> sessions) {
            return new Shown(sessions, List.of(), List.of(), null);
        }

        private static Shown refused(String refusal) {
            return new Shown(List.of(), List.of(), List.of(), refusal);
        }
    }

    private Optional<Task> find(UUID slotId, SlotTasks.Asked asked) {
        return tasks.find(slotId, asked)
                .filter(task -> task.patient().isPresent() && task.moving().isEmpty())
                .filter(task -> task.slot().siteId().equals(task.board().id()));
    }

    private Optional<SeriesWish> wish(Task task, SlotTasks.Asked asked, Typed typed) {
        SeriesForm form = form(task, asked, typed, Shown.NOTHING);
        try {
            return Optional.of(new SeriesWish(
                    task.slot().siteId(),
                    task.slot().practitionerId(),
                    task.patient().orElseThrow().id(),
                    task.slot().service(),
                    form.reason(),
                    form.first(),
                    LocalTime.parse(form.at()),
                    form.days(),
                    form.everyWeeks(),
                    form.count()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private SeriesForm form(Task task, SlotTasks.Asked asked, Typed typed, Shown shown) {
        var slot = task.slot();
        var starts = slot.start().atZone(Paris.ZONE);
        Service service = services.find(slot.service()).orElseThrow();
        String reason = asked.reason();
        return new SeriesForm(
                task.errand(),
                slot,
                practitioners
                        .find(slot.practitionerId())
                        .map(Practitioner::displayName)
                        .orElse(""),
                service,
                PatientCard.of(task.patient().orElseThrow(), Paris.dayOf(clock.instant())),
                starts.toLocalDate(),
                typed.hour() == null ? starts.toLocalTime().toString() : typed.hour(),
                service.reason(String.valueOf(reason))
                        .map(Reason::code)
                        .orElse(service.reasons().getFirst().code()),
                days(typed, starts.getDayOfWeek()),
                typed.every() == null ? 1 : typed.every(),
                typed.count() == null ? 10 : typed.count(),
                shown.sessions(),
                shown.booked(),
                shown.missed(),
                shown.refusal());
    }

    private static Set<DayOfWeek> days(Typed typed, DayOfWeek usual) {
        List<Integer> chosen = typed.weekday();
        if (chosen == null) {
            return EnumSet.of(usual);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Integer number : chosen) {
            if (number != null && number >= 1 && number <= 7) {
                days.add(DayOfWeek.of(number));
            }
        }
        return days;
    }

    private static List<Instant> starts(List<String> sent) {
        try {
            return sent.stream()
                    .filter(text -> !text.isBlank())
                    .map(Instant::parse)
                    .toList();
        } catch (DateTimeException e) {
            return List.of();
        }
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, SeriesForm form) {
        return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, PAGE, form);
    }

    private void trace(Task task) {
        events.publishEvent(
                Trace.of("read", "patient", task.patient().orElseThrow().id())
                        .because("booking")
                        .as(DeskAccess.roleAt(task.board()), task.board().organizationId()));
    }
}
