package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.ManageTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    private final Screens screens;
    private final Appointments appointments;
    private final ManageTokens tokens;
    private final AppointmentScreen screen;

    MyAppointmentPage(Screens screens, Appointments appointments, ManageTokens tokens, AppointmentScreen screen) {
        this.screens = screens;
        this.appointments = appointments;
        this.tokens = tokens;
        this.screen = screen;
    }

    @GetMapping("/me")
    @Transactional
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String booked,
            @RequestParam(defaultValue = "") String said) {
        return mine(request)
                .map(mine -> screen.show(request, mine, booked.isEmpty() ? said : "booked"))
                .orElseGet(() -> screens.show(request, "desk/patient/nothing-open.jte", null));
    }

    @GetMapping("/me/move")
    @Transactional
    public ResponseEntity<?> others(HttpServletRequest request) {
        return act(request, mine -> screen.others(request, mine));
    }

    @PostMapping("/me/move/{slotId}")
    @Transactional
    public ResponseEntity<?> move(HttpServletRequest request, @PathVariable UUID slotId) {
        return act(request, mine -> screen.move(request, mine, slotId));
    }

    @PostMapping("/me/cancel")
    @Transactional
    public ResponseEntity<?> cancel(HttpServletRequest request) {
        return act(request, mine -> screen.cancel(request, mine));
    }

    private ResponseEntity<?> act(
            HttpServletRequest request, Function<AppointmentScreen.Opened, ResponseEntity<?>> act) {
        Optional<AppointmentScreen.Opened> mine = mine(request);
        return mine.isEmpty() ? screen.closed(request) : act.apply(mine.get());
    }

    private Optional<AppointmentScreen.Opened> mine(HttpServletRequest request) {
        return Visitors.token(request)
                .flatMap(tokens::find)
                .flatMap(appointments::find)
                .map(one -> new AppointmentScreen.Opened(one, "/me", false, true));
    }
}
