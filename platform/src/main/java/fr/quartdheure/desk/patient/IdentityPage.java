package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Identified;
import fr.quartdheure.scheduling.PublicBooking;
import fr.quartdheure.scheduling.Visitor;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Screen 3 of 4: who the appointment is for, and how to reach her. */
@RestController
public class IdentityPage {

    private final Screens screens;
    private final Appointments appointments;
    private final PublicBooking booking;
    private final BookedViews views;
    private final Clock clock;

    IdentityPage(Screens screens, Appointments appointments, PublicBooking booking, BookedViews views, Clock clock) {
        this.screens = screens;
        this.appointments = appointments;
        this.booking = booking;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/book/{holdId}/identity")
    ResponseEntity<byte[]> show(
            @PathVariable UUID holdId,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        return mine(holdId, Visitors.of(request, response))
                .map(hold -> form(request, 200, hold, IdentityForm.EMPTY, Map.of(), back))
                .orElseGet(() -> over(request));
    }

    @PostMapping("/book/{holdId}/identity")
    ResponseEntity<?> identify(
            @PathVariable UUID holdId,
            @ModelAttribute IdentityForm form,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Visitor visitor = Visitors.of(request, response);
        Optional<Appointment> hold = mine(holdId, visitor);
        if (hold.isEmpty()) {
            return over(request);
        }
        var errors = form.errors(Paris.dayOf(clock.instant()));
        if (!errors.isEmpty()) {
            return form(request, 422, hold.get(), form, errors, back);
        }
        return switch (booking.identify(holdId, visitor, form.request())) {
            case Identified.AwaitingCode _code -> HoldPage.seeOther("/book/" + holdId + "/code", back);
            case Identified.Unknown _unknown -> over(request);
            case Identified.Expired _expired -> over(request);
            case Identified.PatientBusy _busy ->
                form(request, 409, hold.get(), form, Map.of("birthName", "identity.refused.busy"), back);
            case Identified.TooManyAhead _many ->
                form(request, 422, hold.get(), form, Map.of(contactField(form), "identity.refused.ahead"), back);
            case Identified.ReasonTooLong _long -> over(request);
        };
    }

    private Optional<Appointment> mine(UUID holdId, Visitor visitor) {
        return appointments
                .find(holdId)
                .filter(hold -> visitor.key().equals(hold.visitor()))
                .filter(hold -> hold.status() == AppointmentStatus.HELD)
                .filter(hold -> Objects.requireNonNull(hold.expiresAt()).isAfter(clock.instant()));
    }

    private ResponseEntity<byte[]> form(
            HttpServletRequest request,
            int status,
            Appointment hold,
            IdentityForm form,
            Map<String, String> errors,
            String back) {
        var view = new View(views.of(hold), minutesLeft(hold), form, errors, back, UUID.randomUUID());
        return screens.show(request, HttpStatusCode.valueOf(status), "desk/patient/identity.jte", view);
    }

    private ResponseEntity<byte[]> over(HttpServletRequest request) {
        return screens.show(request, Problem.of(HttpStatus.GONE.value(), "book.over"));
    }

    private long minutesLeft(Appointment hold) {
        return Math.max(
                1,
                Duration.between(clock.instant(), Objects.requireNonNull(hold.expiresAt()))
                        .plusSeconds(59)
                        .toMinutes());
    }

    private static String contactField(IdentityForm form) {
        return form.byText() ? "phone" : "email";
    }

    /**
     * @param errors field → key of the sentence
     * @param once key that makes a double click have one effect
     */
    public record View(
            BookedView booked,
            long minutesLeft,
            IdentityForm form,
            Map<String, String> errors,
            String back,
            UUID once) {}
}
