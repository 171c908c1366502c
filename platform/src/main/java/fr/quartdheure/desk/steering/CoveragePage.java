package fr.quartdheure.desk.steering;

import fr.quartdheure.desk.ui.Page;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Services;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.CoverageRow;
import fr.quartdheure.planning.CoverageRow.Measure;
import fr.quartdheure.planning.Coverages;
import fr.quartdheure.planning.LeftOut;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.WeekCoverage;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /steering/coverage}: who is near which care, whether it is free soon, and at which hours. */
@Controller
public class CoveragePage {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Screens screens;
    private final Steering steering;
    private final Coverages coverages;
    private final Services services;

    CoveragePage(Screens screens, Steering steering, Coverages coverages, Services services) {
        this.screens = screens;
        this.steering = steering;
        this.coverages = coverages;
        this.services = services;
    }

    /** Of the territory as it is: changes of the address are kept for the way back to the map only. */
    @GetMapping("/steering/coverage")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") List<String> change,
            @RequestParam(defaultValue = "") String care) {
        Picture picture = steering.today().picture();
        Asked asked = steering.asked(picture, area, indicator, change);
        int[] communes = steering.communes(picture, asked.area());
        List<CareKind> kinds = coverages.kinds();
        CareKind chosen = kinds.contains(new CareKind(care)) ? new CareKind(care) : CareKind.GENERAL_PRACTICE;
        return screens.show(
                request,
                "desk/steering/coverage.jte",
                new View(
                        asked,
                        steering.areas(picture),
                        new Choice(chosen, kinds, services),
                        coverages.rows(picture, communes),
                        coverages.week(picture, communes, chosen),
                        coverages.leftOut(picture, communes, chosen)));
    }

    /** One row a measure and care, plain numbers. */
    @GetMapping("/steering/coverage.csv")
    ResponseEntity<String> file(@RequestParam(defaultValue = "") String area) {
        Picture picture = steering.today().picture();
        Area chosen = steering.area(picture, area);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("coverage-" + chosen.key() + ".csv")
                                .build()
                                .toString())
                .body(CoverageCsv.write(coverages.rows(picture, steering.communes(picture, chosen))));
    }

    /** The care that is looked at hour by hour, among all. */
    public record Choice(CareKind care, List<CareKind> kinds, Services services) {

        public String name(Page page, CareKind kind) {
            return services.find(kind.code())
                    .map(service -> service.name(page.locale()))
                    .orElseGet(() -> page.say("steering.care." + kind.code()));
        }
    }

    /** What the page shows. */
    public record View(
            Asked asked, List<Area> areas, Choice choice, List<CoverageRow> rows, WeekCoverage week, LeftOut leftOut) {

        private static final double[] BOUNDS = {0.9, 0.75, 0.5, 0.25};

        public boolean isEmpty() {
            return !(rows.getFirst().covered().population() > 0);
        }

        public List<CoverageRow> standing() {
            return rows.stream()
                    .filter(row -> row.measure() == Measure.STANDING)
                    .toList();
        }

        /** Where something is free soon. */
        public List<CoverageRow> free() {
            return rows.stream()
                    .filter(row -> row.measure() != Measure.STANDING)
                    .toList();
        }

        /** Whether anybody imported where the chosen care is given. */
        public boolean isKnown() {
            return standing().stream().anyMatch(row -> row.care().equals(choice.care()) && row.known());
        }

        /** Whether the chosen care is given day and night, by what its authorisation means. */
        public boolean isAlwaysOpen() {
            return choice.care().equals(CareKind.EMERGENCY_DEPARTMENT);
        }

        public DayOfWeek[] days() {
            return DayOfWeek.values();
        }

        /** "lun.". */
        public String day(Page page, DayOfWeek day) {
            return day.getDisplayName(TextStyle.SHORT, page.locale());
        }

        /** 1, nearly everybody, to 5, hardly anybody; a bound belongs to the better class. */
        public int shade(double share) {
            int place = 1;
            for (double bound : BOUNDS) {
                if (share < bound) {
                    place++;
                }
            }
            return place;
        }
    }
}
