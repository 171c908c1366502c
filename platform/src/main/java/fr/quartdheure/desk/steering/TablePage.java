package fr.quartdheure.desk.steering;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.Figures;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.Prospect;
import fr.quartdheure.planning.UnmetNeeds;
import fr.quartdheure.territory.OfficialApl;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /steering/table}: what the map shows, commune by commune, sorted as asked, and as a file. */
@Controller
public class TablePage {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Screens screens;
    private final Steering steering;
    private final UnmetNeeds unmet;

    TablePage(Screens screens, Steering steering, UnmetNeeds unmet) {
        this.screens = screens;
        this.steering = steering;
        this.unmet = unmet;
    }

    @GetMapping("/steering/table")
    ResponseEntity<byte[]> table(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") List<String> change,
            @RequestParam(defaultValue = "") String sort) {
        Picture picture = steering.today().picture();
        Asked asked = steering.asked(picture, area, indicator, change);
        return screens.show(
                request,
                "desk/steering/table.jte",
                new View(asked, picture, steering.areas(picture), Sort.of(sort), rows(asked, Sort.of(sort))));
    }

    /** One row a commune, plain numbers, an empty value where nothing is known or reached. */
    @GetMapping("/steering/table.csv")
    ResponseEntity<String> file(
            @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") List<String> change) {
        Asked asked = steering.asked(steering.today().picture(), area, "", change);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("communes-" + asked.area().key() + ".csv")
                                .build()
                                .toString())
                .body(CommunesCsv.write(rows(asked, Sort.NAME)));
    }

    private List<Row> rows(Asked asked, Sort sort) {
        Prospect prospect = steering.of(asked.changes());
        Picture picture = prospect.picture();
        double[] apl = prospect.apl();
        double[] practice = prospect.nearest(CareKind.GENERAL_PRACTICE);
        double[] centre = prospect.nearest(CareKind.CENTRE);
        Map<String, Integer> searches = unmet.byCommune();
        return Arrays.stream(steering.communes(picture, asked.area()))
                .mapToObj(index -> new Row(
                        picture.demand().commune(index),
                        apl[index],
                        picture.official(index),
                        practice[index],
                        centre[index],
                        Optional.ofNullable(searches.get(
                                        picture.demand().commune(index).code()))
                                .filter(count -> count >= UnmetNeeds.LEAST_SHOWN)))
                .sorted(sort.order())
                .toList();
    }

    /** By which column rows are sorted; the most lacking stand first, or the most people. */
    public enum Sort {
        NAME(Comparator.comparing(row -> row.commune().name())),
        POPULATION(
                Comparator.comparingInt((Row row) -> row.commune().population()).reversed()),
        APL(Comparator.comparingDouble(Row::apl)),
        OFFICIAL(Comparator.comparingDouble(
                row -> row.official().map(OfficialApl::allDoctors).orElse(99.0))),
        PRACTICE(Comparator.comparingDouble(Row::practice).reversed()),
        CENTRE(Comparator.comparingDouble(Row::centre).reversed());

        private final Comparator<Row> order;

        Sort(Comparator<Row> order) {
            this.order = order;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        Comparator<Row> order() {
            return order.thenComparing(row -> row.commune().code());
        }

        static Sort of(String code) {
            return Arrays.stream(values())
                    .filter(sort -> sort.code().equals(code))
                    .findFirst()
                    .orElse(APL);
        }
    }

    /**
     * One commune.
     *
     * @param practice minutes to the nearest general practitioner with an agenda here; not finite when none is
     * @param centre minutes to the nearest centre
     */
    public record Row(
            Commune commune,
            double apl,
            Optional<OfficialApl> official,
            double practice,
            double centre,
            Optional<Integer> unmet) {

        public boolean isDesert() {
            return apl < Figures.DESERT;
        }
    }

    /** The table. */
    public record View(Asked asked, Picture picture, List<Area> areas, Sort sort, List<Row> rows) {

        public String officialYear() {
            return Official.year(picture);
        }

        public Sort[] sorts() {
            return Sort.values();
        }
    }
}
