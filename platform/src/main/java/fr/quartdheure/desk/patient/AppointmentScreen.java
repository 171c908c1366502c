package fr.quartdheure.desk.patient;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Cancelling;
import fr.quartdheure.scheduling.Changes;
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
import org.springframework.stereotype.Component;

/** One appointment before whoever may look, print, move and cancel, at whichever address it was opened. */
@Component
public class AppointmentScreen {

    private static final int OTHERS = 12;
    private static final Set<String> TOLD =
            Set.of("booked", "waiting", "left", "taken", "declined", "late", "busy", "untold");
    private static final Set<String> WARNINGS = Set.of("me.tooLate", "me.late", "me.busy", "me.untold");

    private final Screens screens;
    private final Changes changes;
    private final Slots slots;
    private final SiteCards cards;
    private final Patients patients;
    private final BookedViews views;
    private final Earlier earlier;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentScreen(
            Screens screens,
            Changes changes,
            Slots slots,
            SiteCards cards,
            Patients patients,
            BookedViews views,
            Earlier earlier,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.changes = changes;
        this.slots = slots;
        this.cards = cards;
        this.patients = patients;
        this.views = views;
        this.earlier = earlier;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An appointment and the way to it.
     *
     * @param base the address that its acts begin with, such as "/me"
     * @param listed whether it was opened from a list, to go back to
     * @param reasonShown whether the reader may know why the patient comes
     */
    public record Opened(Appointment appointment, String base, boolean listed, boolean reasonShown) {}

    /** @param said what has just happened, as the address tells it */
    public ResponseEntity<byte[]> show(HttpServletRequest request, Opened opened, String said) {
        return details(request, HttpStatus.OK, opened, TOLD.contains(said) ? "me." + said : null);
    }

    public ResponseEntity<byte[]> others(HttpServletRequest request, Opened opened) {
        return screens.show(request, "desk/patient/move.jte", moves(opened, null));
    }

    public ResponseEntity<?> move(HttpServletRequest request, Opened opened, UUID slotId) {
        return switch (changes.move(opened.appointment().id(), slotId, Changes.By.OWNER)) {
            case Moving.Moved _moved -> HoldPage.seeOther(opened.base() + "?said=booked", "");
            case Moving.Taken _taken -> refused(request, opened, "move.refused.taken");
            case Moving.PatientBusy _busy -> refused(request, opened, "move.refused.busy");
            case Moving.TooLate _late -> details(request, HttpStatus.CONFLICT, opened, "me.tooLate");
            case Moving.NotBookable _gone -> refused(request, opened, "move.refused.gone");
            case Moving.NotActive _over -> closed(request);
        };
    }

    public ResponseEntity<?> cancel(HttpServletRequest request, Opened opened) {
        return switch (changes.cancel(opened.appointment().id(), "patient", Changes.By.OWNER)) {
            case Cancelling.Cancelled done ->
                details(
                        request,
                        HttpStatus.OK,
                        new Opened(done.appointment(), opened.base(), opened.listed(), opened.reasonShown()),
                        "me.cancelled");
            case Cancelling.TooLate _late -> details(request, HttpStatus.CONFLICT, opened, "me.tooLate");
            case Cancelling.NotActive _over -> closed(request);
        };
    }

    /** What somebody sees who has no such appointment open. */
    public ResponseEntity<byte[]> closed(HttpServletRequest request) {
        return screens.show(request, Problem.of(404, "me.closed"));
    }

    private ResponseEntity<byte[]> details(
            HttpServletRequest request, HttpStatus status, Opened opened, @Nullable String messageKey) {
        Appointment appointment = opened.appointment();
        BookedView booked = views.of(appointment);
        var view = new View(
                opened,
                booked,
                nameOfPatient(appointment),
                isChangeable(booked),
                earlier.view(appointment),
                messageKey,
                request.getParameter("cancel") != null,
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

    private ResponseEntity<byte[]> refused(HttpServletRequest request, Opened opened, String key) {
        return screens.show(request, HttpStatus.CONFLICT, "desk/patient/move.jte", moves(opened, key));
    }

    private MoveView moves(Opened opened, @Nullable String refusalKey) {
        Appointment appointment = opened.appointment();
        List<Slot> others = slots.listAlternatives(appointment, clock.instant(), OTHERS).stream()
                .sorted(Comparator.comparing(Slot::start))
                .toList();
        return new MoveView(opened, views.of(appointment), SiteCards.byDay(cards.choices(others)), refusalKey);
    }

    /**
     * @param changeable whether it may still be moved or cancelled here
     * @param earlier null when the appointment is over
     * @param messageKey what has just happened
     * @param cancelling whether a message led here to cancel
     */
    public record View(
            Opened opened,
            BookedView booked,
            String patientName,
            boolean changeable,
            @Nullable EarlierView earlier,
            @Nullable String messageKey,
            boolean cancelling,
            UUID once) {

        /** Whether what has just happened is not what was wanted. */
        public boolean warns() {
            return messageKey != null && WARNINGS.contains(messageKey);
        }
    }

    public record MoveView(
            Opened opened,
            BookedView booked,
            Map<LocalDate, List<SiteCards.Choice>> others,
            @Nullable String refusalKey) {}
}
