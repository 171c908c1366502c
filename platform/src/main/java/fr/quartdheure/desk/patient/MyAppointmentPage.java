package fr.quartdheure.desk.patient;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Cancelling;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The appointment that a link opened: look, print, move, cancel. */
@RestController
public class MyAppointmentPage {

    private static final int OTHERS = 12;
    private static final Set<String> TOLD =
            Set.of("booked", "waiting", "left", "taken", "declined", "late", "busy", "untold");

    private static final Set<String> WARNINGS = Set.of("me.tooLate", "me.late", "me.busy", "me.untold");

    private final Screens screens;
    private final Appointments appointments;
    private final ManageTokens tokens;
    private final Changes changes;
    private final Slots slots;
    private final SiteCards cards;
    private final Patients patients;
    private final BookedViews views;
    private final EarlierPage earlier;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MyAppointmentPage(
            Screens screens,
            Appointments appointments,
            ManageTokens tokens,
            Changes changes,
            Slots slots,
            SiteCards cards,
            Patients patients,
            BookedViews views,
            EarlierPage earlier,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.appointments = appointments;
        this.tokens = tokens;
        this.changes = changes;
        this.slots = slots;
        this.cards = cards;
        this.patients = patients;
        this.views = views;
        this.earlier = earlier;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/me")
    @Transactional
    public ResponseEntity<String> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String booked,
            @RequestParam(defaultValue = "") String said) {
        String told = booked.isEmpty() ? said : "booked";
        return mine(request)
                .map(appointment ->
                        details(request, HttpStatus.OK, appointment, TOLD.contains(told) ? "me." + told : null))
                .orElseGet(() -> screens.show(request, "desk/patient/nothing-open.jte", null));
    }

    @GetMapping("/me/move")
    @Transactional
    public ResponseEntity<String> others(HttpServletRequest request) {
        return mine(request)
                .map(appointment -> screens.show(request, "desk/patient/move.jte", moves(appointment, null)))
                .orElseGet(() -> closed(request));
    }

    @PostMapping("/me/move/{slotId}")
    @Transactional
    public ResponseEntity<?> move(HttpServletRequest request, @PathVariable UUID slotId) {
        Optional<Appointment> mine = mine(request);
        if (mine.isEmpty()) {
            return closed(request);
        }
        Appointment appointment = mine.get();
        return switch (changes.move(appointment.id(), slotId, Changes.By.OWNER)) {
            case Moving.Moved _moved -> HoldPage.seeOther("/me?booked=1", "");
            case Moving.Taken _taken -> refused(request, appointment, "move.refused.taken");
            case Moving.PatientBusy _busy -> refused(request, appointment, "move.refused.busy");
            case Moving.TooLate _late -> details(request, HttpStatus.CONFLICT, appointment, "me.tooLate");
            case Moving.NotBookable _gone -> refused(request, appointment, "move.refused.gone");
            case Moving.NotActive _over -> closed(request);
        };
    }

    @PostMapping("/me/cancel")
    @Transactional
    public ResponseEntity<?> cancel(HttpServletRequest request) {
        Optional<Appointment> mine = mine(request);
        if (mine.isEmpty()) {
            return closed(request);
        }
        return switch (changes.cancel(mine.get().id(), "patient", Changes.By.OWNER)) {
            case Cancelling.Cancelled done -> details(request, HttpStatus.OK, done.appointment(), "me.cancelled");
            case Cancelling.TooLate _late -> details(request, HttpStatus.CONFLICT, mine.get(), "me.tooLate");
            case Cancelling.NotActive _over -> closed(request);
        };
    }

    private Optional<Appointment> mine(HttpServletRequest request) {
        return Visitors.token(request).flatMap(tokens::find).flatMap(appointments::find);
    }

    private ResponseEntity<String> closed(HttpServletRequest request) {
        return screens.show(request, Problem.of(404, "me.closed"));
    }

    private ResponseEntity<String> details(
            HttpServletRequest request, HttpStatus status, Appointment appointment, @Nullable String messageKey) {
        BookedView booked = views.of(appointment);
        var view = new View(
                booked,
                nameOfPatient(appointment),
                isChangeable(booked),
                earlier.view(appointment),
                messageKey,
                request.getParameter("cancel") != null,
                Visitors.token(request).orElse(""),
                UUID.randomUUID());
        return screens.show(request, status, "desk/patient/me.jte", view);
    }

    private String nameOfPatient(Appointment appointment) {
        UUID patientId = appointment.patientId();
        Optional<Patient> patient = patientId == null ? Optional.empty() : patients.find(patientId);
        patient.ifPresent(
                one -> events.publishEvent(Trace.of("read", "patient", one.id()).as("inhabitant", null)));
        return patient.map(Patient::displayName).orElse("");
    }

    private boolean isChangeable(BookedView booked) {
        Appointment appointment = booked.appointment();
        Duration cutoff = Duration.ofHours(booked.site().cancelCutoffHours());
        return appointment.isActive()
                && clock.instant().isBefore(appointment.start().minus(cutoff));
    }

    private ResponseEntity<String> refused(HttpServletRequest request, Appointment appointment, String key) {
        return screens.show(request, HttpStatus.CONFLICT, "desk/patient/move.jte", moves(appointment, key));
    }

    private MoveView moves(Appointment appointment, @Nullable String refusalKey) {
        List<Slot> others = slots.listAlternatives(appointment, clock.instant(), OTHERS).stream()
                .sorted(Comparator.comparing(Slot::start))
                .toList();
        return new MoveView(views.of(appointment), SiteCards.byDay(cards.choices(others)), refusalKey);
    }

    /**
     * @param changeable whether it may still be moved or cancelled here
     * @param earlier null when the appointment is over
     * @param messageKey what has just happened
     * @param cancelling whether a message led here to cancel
     * @param token of the manage link, for the calendar file's address
     */
    public record View(
            BookedView booked,
            String patientName,
            boolean changeable,
            @Nullable EarlierView earlier,
            @Nullable String messageKey,
            boolean cancelling,
            String token,
            UUID once) {

        /** Whether what has just happened is not what was wanted. */
        public boolean warns() {
            return messageKey != null && WARNINGS.contains(messageKey);
        }
    }

    public record MoveView(
            BookedView booked,
            Map<LocalDate, List<SiteCards.Choice>> others,
            @Nullable String refusalKey) {}
}
