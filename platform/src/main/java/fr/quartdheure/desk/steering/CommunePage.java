package fr.quartdheure.desk.steering;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.planning.Picture;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /steering/communes/66149}: the page of a commune for its mayor, and its card beside the map. */
@Controller
class CommunePage {

    private final Screens screens;
    private final Steering steering;
    private final CommuneSheets sheets;

    CommunePage(Screens screens, Steering steering, CommuneSheets sheets) {
        this.screens = screens;
        this.steering = steering;
        this.sheets = sheets;
    }

    @GetMapping("/steering/communes/{code}")
    ResponseEntity<byte[]> page(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") List<String> change) {
        return show(request, "desk/steering/commune.jte", code, asked(area, indicator, change));
    }

    @GetMapping("/steering/communes/{code}/card")
    ResponseEntity<byte[]> card(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") List<String> change) {
        return show(request, "desk/steering/card.jte", code, asked(area, indicator, change));
    }

    private Asked asked(String area, String indicator, List<String> changes) {
        Picture picture = steering.today().picture();
        return steering.asked(picture, area, indicator, changes);
    }

    private ResponseEntity<byte[]> show(HttpServletRequest request, String template, String code, Asked asked) {
        return sheets.find(code, asked)
                .map(sheet -> screens.show(request, template, sheet))
                .orElseGet(() -> screens.show(request, Problem.of(404, "problem.absent")));
    }
}
