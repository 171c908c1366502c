package fr.quartdheure.desk.secretary;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.SlotTasks.Asked;
import fr.quartdheure.desk.secretary.SlotTasks.Task;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import fr.quartdheure.undo.DeskActs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
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

/** One free time: confirm it for the caller, or for the appointment that moves. */
@Controller
class SlotPage {

    private final Screens screens;
    private final SlotTasks tasks;
    private final DeskActs acts;
    private final ApplicationEventPublisher events;

    SlotPage(Screens screens, SlotTasks tasks, DeskActs acts, ApplicationEventPublisher events) {
        this.screens = screens;
        this.tasks = tasks;
        this.acts = acts;
        this.events = events;
    }

    @GetMapping("/secretary/slots/{slotId}")
    ResponseEntity<byte[]> open(HttpServletRequest request, @PathVariable UUID slotId, @ModelAttribute Asked asked) {
        Optional<Task> task = tasks.find(slotId, asked);
        if (task.isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        task.get().patient().ifPresent(patient -> trace(task.get(), patient));
        boolean part = "panel".equals(asked.part());
        return screens.show(
                request,
                part ? "desk/secretary/slotpanel.jte" : "desk/secretary/slot.jte",
                tasks.choice(task.get(), null, List.of()));
    }

    @PostMapping("/secretary/slots/{slotId}")
    ResponseEntity<byte[]> take(
            HttpServletRequest request,
            @PathVariable UUID slotId,
            @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "") List<String> with) {
        Optional<Task> found = tasks.find(slotId, asked);
        if (found.isEmpty() || found.get().patient().isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        Task task = found.get();
        return task.moving()
                .map(appointment -> move(request, task, appointment))
                .orElseGet(() -> book(request, task, asked.reason(), with));
    }

    /** Beside whatever stands there, once all of it has been shown. */
    @PostMapping("/secretary/slots/{slotId}/overbook")
    ResponseEntity<byte[]> overbook(
            HttpServletRequest request,
            @PathVariable UUID slotId,
            @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "") List<String> seen,
            @RequestParam(defaultValue = "") String because) {
        Optional<Task> found = tasks.find(slotId, asked)
                .filter(task -> task.patient().isPresent() && task.moving().isEmpty());
        if (found.isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        Task task = found.get();
        String reason = tasks.reason(task, asked.reason());
        UUID patientId = task.patient().orElseThrow().id();
        if (!Overbook.REASONS.contains(because)) {
            return refused(request, task, "overbook-reason", List.of());
        }
        if (!tasks.conflicts(task, reason).stream().map(Overbook.Line::key).allMatch(seen::contains)) {
            return refused(request, task, "overbook-more", List.of());
        }
        return switch (acts.overbook(task.slot().id(), patientId, reason, because)) {
            case Booking.Booked booked -> done(task, booked.appointment(), "overbooked");
            case Booking.Taken taken -> refused(request, task, "taken", taken.alternatives());
            case Booking.PatientBusy _busy -> refused(request, task, "patient-busy", List.of());
            case Booking.NotBookable _gone -> refused(request, task, "not-bookable", List.of());
        };
    }

    private ResponseEntity<byte[]> book(
            HttpServletRequest request, Task task, @Nullable String asked, List<String> with) {
        UUID patientId = task.patient().orElseThrow().id();
        var more = Company.chosen(with);
        if (!tasks.mayTake(task, more)) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        return switch (acts.book(task.slot().id(), patientId, tasks.reason(task, asked), more)) {
            case Booking.Booked booked -> done(task, booked.appointment(), "booked");
            case Booking.Taken taken -> refused(request, task, "taken", taken.alternatives());
            case Booking.PatientBusy _busy -> refused(request, task, "patient-busy", List.of());
            case Booking.NotBookable _gone -> refused(request, task, "not-bookable", List.of());
        };
    }

    private ResponseEntity<byte[]> move(HttpServletRequest request, Task task, Appointment appointment) {
        return switch (acts.move(appointment, task.slot().id())) {
            case Moving.Moved moved -> done(task, moved.appointment(), "moved");
            case Moving.Taken taken -> refused(request, task, "taken", taken.alternatives());
            case Moving.PatientBusy _busy -> refused(request, task, "patient-busy", List.of());
            case Moving.NotBookable _gone -> refused(request, task, "not-bookable", List.of());
            case Moving.NotActive _over -> refused(request, task, "not-active", List.of());
            case Moving.TooLate late ->
                throw new IllegalStateException("the front desk has no cut-off, yet: " + late.cutoffHours());
        };
    }

    private static ResponseEntity<byte[]> done(Task task, Appointment appointment, String said) {
        Errand errand = task.errand();
        var board = new Errand(errand.site(), Paris.dayOf(appointment.start()), null, null, errand.all());
        return DayBoardPage.see(board.board() + "&said=" + said + "&about=" + appointment.id());
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, Task task, String refusal, List<Slot> instead) {
        return screens.show(
                request, HttpStatus.CONFLICT, "desk/secretary/slot.jte", tasks.choice(task, refusal, instead));
    }

    private void trace(Task task, Patient patient) {
        events.publishEvent(Trace.of("read", "patient", patient.id())
                .because("booking")
                .as(DeskAccess.roleAt(task.board()), task.board().organizationId()));
    }
}
