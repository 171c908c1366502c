package fr.quartdheure.desk.steering;

import fr.quartdheure.desk.ui.Page;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.desk.ui.Wording;
import fr.quartdheure.territory.EstablishmentKind;
import fr.quartdheure.territory.Establishments;
import fr.quartdheure.territory.Lineage;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
            "hospital",
            "emergency-department",
            "perinatal-centre",
            "unmet",
            "siting",
            "staffing",
            "coverage",
            "free48",
            "plan",
            "recompute");

    private final Screens screens;

    private final Establishments establishments;

    DefinitionsPage(Screens screens, Establishments establishments) {
        this.screens = screens;
        this.establishments = establishments;
    }

    @GetMapping("/steering/definitions")
    ResponseEntity<byte[]> definitions(HttpServletRequest request) {
        return screens.show(request, "desk/steering/definitions.jte", new View(TERMS, lineages()));
    }

    private Map<String, List<Lineage>> lineages() {
        return Arrays.stream(EstablishmentKind.values())
                .collect(Collectors.toMap(EstablishmentKind::code, establishments::lineage));
    }

    /**
     * The terms, each an anchor of the page.
     *
     * @param lineages of the terms that stand on an import, none when nobody made it
     */
    public record View(List<String> terms, Map<String, List<Lineage>> lineages) {

        /** "23 novembre 2026". */
        public String day(Page page, Lineage lineage) {
            return Wording.in(page.locale()).date(Paris.dayOf(lineage.importedAt()));
        }
    }
}
