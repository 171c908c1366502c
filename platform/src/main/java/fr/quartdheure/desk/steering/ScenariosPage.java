package fr.quartdheure.desk.steering;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.SignedIn;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.Figures;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.Prospect;
import fr.quartdheure.planning.Scenario;
import fr.quartdheure.planning.Scenarios;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /steering/scenarios}: drafts that were given a name, side by side with today. */
@Controller
public class ScenariosPage {

    private static final String TEMPLATE = "desk/steering/scenarios.jte";
    private static final int MOST_COMPARED = 4;

    private final Screens screens;
    private final Steering steering;
    private final Scenarios scenarios;
    private final ScenarioGeoJson geoJson;

    ScenariosPage(Screens screens, Steering steering, Scenarios scenarios, ScenarioGeoJson geoJson) {
        this.geoJson = geoJson;
        this.screens = screens;
        this.steering = steering;
        this.scenarios = scenarios;
    }

    @GetMapping("/steering/scenarios")
    ResponseEntity<byte[]> list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") List<UUID> id,
            @RequestParam(required = false) @Nullable UUID removed) {
        List<Scenario> compared =
                scenarios.listByIds(id.stream().limit(MOST_COMPARED).toList());
        return screens.show(request, TEMPLATE, new View(comparison(area, compared), scenarios.list(), removed, false));
    }

    /** For whoever has the link, without an account: figures of places, nothing of anybody. */
    @GetMapping("/scenarios/{token}")
    ResponseEntity<byte[]> shared(HttpServletRequest request, @PathVariable String token) {
        return scenarios
                .findByToken(token)
                .map(scenario -> screens.show(
                        request,
                        TEMPLATE,
                        new View(comparison(scenario.area(), List.of(scenario)), List.of(), null, true)))
                .orElseGet(() -> screens.show(request, Problem.of(404, "problem.absent")));
    }

    /** Communes and sites of a scenario, today and then, for a geographic information system. */
    @GetMapping(path = "/steering/scenarios/{id}.geojson", produces = "application/geo+json")
    ResponseEntity<String> file(@PathVariable UUID id) {
        return scenarios.listByIds(List.of(id)).stream()
                .findFirst()
                .map(scenario -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=scenario.geojson")
                        .body(file(scenario)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private String file(Scenario scenario) {
        Prospect today = steering.today();
        Prospect then = steering.of(today.picture(), scenario.changes());
        Area area = steering.area(today.picture(), scenario.area());
        return geoJson.of(scenario, today, then, steering.communes(today.picture(), area));
    }

    @PostMapping("/steering/scenarios")
    ResponseEntity<byte[]> save(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") List<String> change) {
        Picture picture = steering.today().picture();
        Asked asked = steering.asked(picture, area, "", change);
        String kept = name.strip();
        if (kept.isEmpty()
                || kept.length() > Scenario.LONGEST_NAME
                || asked.changes().isEmpty()) {
            return screens.show(request, Problem.of(422, "steering.scenario.unnamed"));
        }
        UUID by = CurrentAccount.find().map(SignedIn::accountId).orElse(null);
        Scenario added = scenarios.add(kept, asked.area().key(), asked.changes(), by);
        return to("/steering/scenarios?area=" + asked.area().key() + "&id=" + added.id());
    }

    @PostMapping("/steering/scenarios/{id}/removal")
    ResponseEntity<byte[]> remove(@PathVariable UUID id) {
        return to(scenarios.remove(id) ? "/steering/scenarios?removed=" + id : "/steering/scenarios");
    }

    @PostMapping("/steering/scenarios/{id}/restoration")
    ResponseEntity<byte[]> restore(@PathVariable UUID id) {
        scenarios.restore(id);
        return to("/steering/scenarios?id=" + id);
    }

    private static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    private Comparison comparison(String areaKey, List<Scenario> compared) {
        Prospect today = steering.today();
        String wanted =
                areaKey.isEmpty() && !compared.isEmpty() ? compared.getFirst().area() : areaKey;
        Area area = steering.area(today.picture(), wanted);
        int[] communes = steering.communes(today.picture(), area);
        var columns = new ArrayList<Column>();
        columns.add(new Column(null, today.figures(communes)));
        compared.forEach(scenario -> columns.add(new Column(
                scenario, steering.of(today.picture(), scenario.changes()).figures(communes))));
        return new Comparison(area, today.picture(), steering.areas(today.picture()), columns);
    }

    /** @param scenario null for today */
    public record Column(@Nullable Scenario scenario, Figures figures) {}

    /** Figures of an area, today and in each scenario. */
    public record Comparison(Area area, Picture picture, List<Area> areas, List<Column> columns) {}

    /**
     * Scenarios side by side.
     *
     * @param removed what was just taken away, for whoever did not mean it
     * @param shared whether somebody without an account reads it
     */
    public record View(
            Comparison comparison,
            List<Scenario> all,
            @Nullable UUID removed,
            boolean shared) {

        public Area area() {
            return comparison.area();
        }

        public Picture picture() {
            return comparison.picture();
        }

        public List<Column> columns() {
            return comparison.columns();
        }

        public boolean isWhole() {
            return picture().offer().isWhole();
        }

        public boolean isShown(Scenario scenario) {
            return columns().stream()
                    .map(Column::scenario)
                    .anyMatch(shown -> shown != null && shown.id().equals(scenario.id()));
        }

        public String mapQuery(Scenario scenario) {
            return Asked.query(area(), Indicator.APL, scenario.changes());
        }
    }
}
