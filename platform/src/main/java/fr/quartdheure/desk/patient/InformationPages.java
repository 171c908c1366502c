package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the platform is and is not, what it does with data, how accessible it is, and the emergency page. */
@RestController
public class InformationPages {

    private final Screens screens;

    InformationPages(Screens screens) {
        this.screens = screens;
    }

    @GetMapping({"/about", "/privacy", "/accessibility"})
    ResponseEntity<byte[]> information(HttpServletRequest request) {
        return screens.show(
                request,
                "desk/patient/information.jte",
                new View(request.getRequestURI().substring(1)));
    }

    @GetMapping("/emergency")
    ResponseEntity<byte[]> emergency(HttpServletRequest request) {
        return screens.show(request, "desk/patient/emergency.jte", null);
    }

    /** @param topic prefix of the page's messages */
    public record View(String topic) {

        public String key(String part) {
            return "info." + topic + "." + part;
        }
    }
}
