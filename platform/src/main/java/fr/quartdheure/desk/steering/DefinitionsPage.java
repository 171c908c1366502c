package fr.quartdheure.desk.steering;

import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /steering/definitions}: what each figure means, how it is computed, and whose it is. */
@Controller
public class DefinitionsPage {

    private static final List<String> TERMS = List.of(
            "within15",
            "apl",
            "desert",
            "official",
            "official-65",
            "centre",
            "general-practice",
            "booth",
            "unmet",
            "siting",
            "staffing",
            "coverage",
            "free48",
            "plan");

    private final Screens screens;

    DefinitionsPage(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/steering/definitions")
    ResponseEntity<String> definitions(HttpServletRequest request) {
        return screens.show(request, "desk/steering/definitions.jte", new View(TERMS));
    }

    /** The terms, each an anchor of the page. */
    public record View(List<String> terms) {}
}
