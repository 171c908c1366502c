package fr.quartdheure.desk.patient;

import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.ManageTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /me/wait} and {@code /me/offer}: being told of an earlier hour, and taking it. */
@RestController
class EarlierPage {

    private final ManageTokens tokens;
    private final Appointments appointments;
    private final Earlier earlier;

    EarlierPage(ManageTokens tokens, Appointments appointments, Earlier earlier) {
        this.tokens = tokens;
        this.appointments = appointments;
        this.earlier = earlier;
    }

    @PostMapping("/me/wait")
    ResponseEntity<?> ask(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "180") int notice) {
        return act(request, mine -> earlier.ask(mine, who, notice));
    }

    @PostMapping("/me/wait/end")
    ResponseEntity<?> withdraw(HttpServletRequest request) {
        return act(request, earlier::withdraw);
    }

    @PostMapping("/me/offer")
    ResponseEntity<?> accept(HttpServletRequest request) {
        return act(request, earlier::accept);
    }

    @PostMapping("/me/offer/end")
    ResponseEntity<?> decline(HttpServletRequest request) {
        return act(request, earlier::decline);
    }

    private ResponseEntity<?> act(HttpServletRequest request, Function<UUID, String> act) {
        return HoldPage.seeOther(
                "/me?said="
                        + Visitors.token(request)
                                .flatMap(tokens::find)
                                .flatMap(appointments::find)
                                .map(Appointment::id)
                                .map(act)
                                .orElse(""),
                "");
    }
}
