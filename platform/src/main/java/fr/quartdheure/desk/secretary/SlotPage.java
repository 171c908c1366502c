package fr.quartdheure.desk.secretary;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.SlotChoice.Alternative;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
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

/** One free time: confirm it for the caller, or for the appointment that moves. */
@Controller
class SlotPage {

    private final Screens screens;
    private final DeskAccess access;
    private final FrontDesk frontDesk;
    private final Changes changes;
    private final Practitioners practitioners;
    private final Services services;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SlotPage(
            Screens screens,
            DeskAccess access,
            FrontDesk frontDesk,
            Changes changes,
            Practitioners practitioners,
            Services services,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.frontDesk = frontDesk;
        this.changes = changes;
        this.practitioners = practitioners;
        this.services = services;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/secretary/slots/{slotId}")
    ResponseEntity<String> open(HttpServletRequest request, @PathVariable UUID slotId, @ModelAttribute Asked asked) {
        Optional<Task> task = task(slotId, asked);
        if (task.isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        task.get().patient().ifPresent(patient -> trace(task.get(), patient));
        boolean part = "panel".equals(asked.part());
        return screens.show(
                request,
                part ? "desk/secretary/slotpanel.jte" : "desk/secretary/slot.jte",
                choice(task.get(), null, List.of()));
    }

    @PostMapping("/secretary/slots/{slotId}")
    ResponseEntity<String> take(HttpServletRequest request, @PathVariable UUID slotId, @ModelAttribute Asked asked) {
        Optional<Task> found = task(slotId, asked);
        if (found.isEmpty() || found.get().patient().isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        Task task = found.get();
        return task.moving()
                .map(appointment -> move(request, task, appointment))
                .orElseGet(() -> book(request, task, asked.reason()));
    }

    private ResponseEntity<String> book(HttpServletRequest request, Task task, @Nullable String asked) {
        var reasons = service(task.slot()).reasons();
        String reason = reasons.stream()
                .filter(one -> one.code().equals(asked))
                .findFirst()
                .orElse(reasons.getFirst())
                .code();
        UUID patientId = task.patient().orElseThrow().id();
        return switch (frontDesk.book(task.slot().id(), patientId, reason)) {
            case Booking.Booked booked -> done(task, booked.appointment(), "booked");
            case Booking.Taken taken -> refused(request, task, "taken", taken.alternatives());
            case Booking.PatientBusy _busy -> refused(request, task, "patient-busy", List.of());
            case Booking.NotBookable _gone -> refused(request, task, "not-bookable", List.of());
        };
    }

    private ResponseEntity<String> move(HttpServletRequest request, Task task, Appointment appointment) {
        return switch (changes.move(appointment.id(), task.slot().id(), Changes.By.FRONT_DESK)) {
            case Moving.Moved moved -> done(task, moved.appointment(), "moved");
            case Moving.Taken taken -> refused(request, task, "taken", taken.alternatives());
            case Moving.PatientBusy _busy -> refused(request, task, "patient-busy", List.of());
            case Moving.NotBookable _gone -> refused(request, task, "not-bookable", List.of());
            case Moving.NotActive _over -> refused(request, task, "not-active", List.of());
            case Moving.TooLate late ->
                throw new IllegalStateException("the front desk has no cut-off, yet: " + late.cutoffHours());
        };
    }

    private static ResponseEntity<String> done(Task task, Appointment appointment, String said) {
        var board = new Errand(task.errand().site(), Paris.dayOf(appointment.start()), null, null);
        return DayBoardPage.see(board.board() + "&said=" + said + "&about=" + appointment.id());
    }

    private ResponseEntity<String> refused(HttpServletRequest request, Task task, String refusal, List<Slot> instead) {
        return screens.show(request, HttpStatus.CONFLICT, "desk/secretary/slot.jte", choice(task, refusal, instead));
    }

    /** Everything must be hers to see: the slot, the caller, the appointment that moves, the board to go back to. */
    private Optional<Task> task(UUID slotId, Asked asked) {
        Optional<Slot> slot = access.slot(slotId);
        UUID at = asked.at();
        Optional<Site> board = slot.flatMap(one -> access.site(at == null ? one.siteId() : at));
        UUID moveId = asked.move();
        Optional<Appointment> moving = moveId == null ? Optional.empty() : access.appointment(moveId);
        UUID patientId = moving.map(Appointment::patientId).orElse(asked.patient());
        Optional<Patient> patient = patientId == null ? Optional.empty() : access.patient(patientId);
        boolean wrong = (moveId != null && moving.isEmpty()) || (patientId != null && patient.isEmpty());
        if (slot.isEmpty() || board.isEmpty() || wrong) {
            return Optional.empty();
        }
        var errand = new Errand(
                board.get().id(),
                Paris.dayOf(slot.get().start()),
                moving.isPresent() ? null : patientId,
                moving.map(Appointment::id).orElse(null));
        return Optional.of(new Task(errand, board.get(), slot.get(), patient, moving));
    }

    private SlotChoice choice(Task task, @Nullable String refusal, List<Slot> instead) {
        Slot slot = task.slot();
        var today = Paris.dayOf(clock.instant());
        return new SlotChoice(
                task.errand(),
                slot,
                nameOf(slot),
                sites.find(slot.siteId()).map(Site::name).orElse(""),
                service(slot),
                task.patient().map(one -> PatientCard.of(one, today)).orElse(null),
                task.moving().orElse(null),
                slot.free() && slot.end().isAfter(clock.instant()),
                refusal,
                instead.stream()
                        .map(one -> new Alternative(
                                one.start(), nameOf(one), task.errand().slot(one.id())))
                        .toList());
    }

    private String nameOf(Slot slot) {
        return practitioners
                .find(slot.practitionerId())
                .map(Practitioner::displayName)
                .orElse("");
    }

    private Service service(Slot slot) {
        return services.find(slot.service()).orElseThrow();
    }

    private void trace(Task task, Patient patient) {
        events.publishEvent(Trace.of("read", "patient", patient.id())
                .because("booking")
                .as(DeskAccess.roleAt(task.board()), task.board().organizationId()));
    }

    private record Task(
            Errand errand, Site board, Slot slot, Optional<Patient> patient, Optional<Appointment> moving) {}

    /** @param at the board to go back to */
    record Asked(
            @Nullable UUID at,
            @Nullable UUID patient,
            @Nullable UUID move,
            @Nullable String reason,
            @Nullable String part) {}
}
