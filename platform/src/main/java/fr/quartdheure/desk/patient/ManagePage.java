package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.scheduling.ManageTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The link of a message: its token stands in the fragment, which no server log sees, and is exchanged for a cookie by a
 * POST, which no mail scanner sends.
 */
@RestController
public class ManagePage {

    private static final String CANCEL = "cancel";
    private static final String HOURS = "hours";

    private final Screens screens;
    private final ManageTokens tokens;

    ManagePage(Screens screens, ManageTokens tokens) {
        this.screens = screens;
        this.tokens = tokens;
    }

    @GetMapping("/manage")
    ResponseEntity<byte[]> show(HttpServletRequest request, @RequestParam(defaultValue = "") String to) {
        return screens.show(
                request, "desk/patient/manage.jte", new View(CANCEL.equals(to) || HOURS.equals(to) ? to : ""));
    }

    @PostMapping("/manage/open")
    ResponseEntity<?> open(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String bare = token.substring(token.indexOf('#') + 1).strip();
        if (bare.isEmpty() || tokens.find(bare).isEmpty()) {
            return screens.show(request, Problem.of(404, "manage.unknown"));
        }
        Visitors.open(request, response, bare);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(
                        switch (to) {
                            case CANCEL -> "/me?cancel=1#cancel";
                            case HOURS -> "/me/hours";
                            default -> "/me";
                        }))
                .build();
    }

    @PostMapping("/me/close")
    ResponseEntity<?> close(HttpServletRequest request, HttpServletResponse response) {
        Visitors.close(request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/"))
                .build();
    }

    /** @param to where the link leads: "cancel" to the question whether to, "hours" to those proposed, "" else */
    public record View(String to) {}
}
