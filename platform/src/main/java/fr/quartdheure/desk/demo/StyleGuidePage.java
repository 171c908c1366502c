package fr.quartdheure.desk.demo;

import fr.quartdheure.database.Birth;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every piece of the visual language in place, kept alive by being a page that is looked at and judged like any
 * other.
 */
@RestController
class StyleGuidePage {

    private final Screens screens;
    private final Birth birth;

    StyleGuidePage(Screens screens, Birth birth) {
        this.screens = screens;
        this.birth = birth;
    }

    @GetMapping("/demo/styleguide")
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        return birth.isDemo()
                ? screens.show(request, "desk/demo/styleguide.jte", null)
                : screens.show(request, Problem.of(404, "problem.absent"));
    }
}
