package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Confirmation;
import fr.quartdheure.scheduling.PublicBooking;
import fr.quartdheure.scheduling.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Screen 4 of 4: the code that was sent. */
@RestController
public class CodePage {

    private final Screens screens;
    private final Appointments appointments;
    private final Patients patients;
    private final PublicBooking booking;
    private final BookedViews views;

    CodePage(Screens screens, Appointments appointments, Patients patients, PublicBooking booking, BookedViews views) {
        this.screens = screens;
        this.appointments = appointments;
        this.patients = patients;
        this.booking = booking;
        this.views = views;
    }

    @GetMapping("/book/{id}/code")
    ResponseEntity<byte[]> show(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        return mine(id, Visitors.of(request, response))
                .map(appointment -> form(request, 200, appointment, null))
                .orElseGet(() -> screens.show(request, Problem.of(410, "book.over")));
    }

    @PostMapping("/book/{id}/code")
    ResponseEntity<?> confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Appointment> mine = mine(id, Visitors.of(request, response));
        if (mine.isEmpty()) {
            return screens.show(request, Problem.of(410, "book.over"));
        }
        if (!code.replaceAll("\\s", "").matches("\\d{6}")) {
            return form(request, 422, mine.get(), new Refusal("code.refused.form", 0));
        }
        return switch (booking.confirm(id, code)) {
            case Confirmation.Confirmed confirmed -> {
                Visitors.open(request, response, confirmed.manageToken());
                yield HoldPage.seeOther("/me?booked=1", "");
            }
            case Confirmation.WrongCode wrong ->
                form(request, 422, mine.get(), new Refusal("code.refused.wrong", wrong.attemptsLeft()));
            case Confirmation.Exhausted _none -> screens.show(request, Problem.of(410, "book.exhausted"));
            case Confirmation.Expired _over -> screens.show(request, Problem.of(410, "book.over"));
            case Confirmation.Unknown _unknown -> screens.show(request, Problem.of(410, "book.over"));
        };
    }

    private Optional<Appointment> mine(UUID id, Visitor visitor) {
        return appointments
                .find(id)
                .filter(one -> visitor.key().equals(one.visitor()))
                .filter(one -> one.status() == AppointmentStatus.AWAITING_CODE);
    }

    private ResponseEntity<byte[]> form(
            HttpServletRequest request, int status, Appointment appointment, @Nullable Refusal refusal) {
        Patient patient =
                patients.find(Objects.requireNonNull(appointment.patientId())).orElseThrow();
        boolean byText = patient.phone() != null;
        String contact = Objects.requireNonNull(byText ? patient.phone() : patient.email());
        return screens.show(
                request,
                HttpStatusCode.valueOf(status),
                "desk/patient/code.jte",
                new View(views.of(appointment), contact, byText, refusal, UUID.randomUUID()));
    }

    /** @param attemptsLeft for {@code code.refused.wrong} */
    public record Refusal(String key, int attemptsLeft) {}

    public record View(
            BookedView booked,
            String contact,
            boolean byText,
            @Nullable Refusal refusal,
            UUID once) {}
}
