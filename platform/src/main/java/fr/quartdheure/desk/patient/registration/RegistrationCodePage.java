package fr.quartdheure.desk.patient.registration;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.Joining;
import fr.quartdheure.registration.Joining.Proving;
import fr.quartdheure.registration.RegistrationRequest;
import fr.quartdheure.registration.RegistrationRequest.State;
import fr.quartdheure.registration.Requests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /registration/{id}/code}: the code that was sent; without it nobody is on a list. */
@Controller
public class RegistrationCodePage {

    private static final Problem OVER = Problem.of(410, "registration.over");

    private final Screens screens;
    private final Requests requests;
    private final Patients patients;
    private final Joining joining;

    RegistrationCodePage(Screens screens, Requests requests, Patients patients, Joining joining) {
        this.screens = screens;
        this.requests = requests;
        this.patients = patients;
        this.joining = joining;
    }

    @GetMapping("/registration/{id}/code")
    ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable UUID id) {
        return unproved(id).map(one -> form(request, 200, one, null, 0)).orElseGet(() -> screens.show(request, OVER));
    }

    @PostMapping("/registration/{id}/code")
    ResponseEntity<?> prove(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String code) {
        Optional<RegistrationRequest> mine = unproved(id);
        if (mine.isEmpty()) {
            return screens.show(request, OVER);
        }
        if (!code.replaceAll("\\s", "").matches("\\d{6}")) {
            return form(request, 422, mine.get(), "code.refused.form", 0);
        }
        return switch (joining.prove(id, code)) {
            case Proving.Waits waits -> {
                RequestCookie.open(request, response, waits.token());
                yield MyRequestPage.see(
                        "/registration/mine?said=" + (waits.requestId().equals(id) ? "asked" : "known"));
            }
            case Proving.WrongCode wrong -> form(request, 422, mine.get(), "code.refused.wrong", wrong.attemptsLeft());
            case Proving.Exhausted _none -> screens.show(request, Problem.of(410, "registration.exhausted"));
            case Proving.Over _over -> screens.show(request, OVER);
        };
    }

    private Optional<RegistrationRequest> unproved(UUID id) {
        return requests.find(id).filter(one -> one.state() == State.AWAITING_CODE);
    }

    private ResponseEntity<byte[]> form(
            HttpServletRequest request, int status, RegistrationRequest mine, @Nullable String refusal, int left) {
        Patient patient = patients.find(mine.patientId()).orElseThrow();
        boolean byText = patient.phone() != null;
        String contact = Objects.requireNonNull(byText ? patient.phone() : patient.email());
        return screens.show(
                request,
                HttpStatusCode.valueOf(status),
                "desk/patient/registration/code.jte",
                new View(mine.id(), contact, byText, refusal, left));
    }

    /** @param attemptsLeft of five, said when the code was wrong */
    public record View(
            UUID id,
            String contact,
            boolean byText,
            @Nullable String refusalKey,
            int attemptsLeft) {}
}
