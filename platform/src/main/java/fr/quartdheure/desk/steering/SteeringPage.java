package fr.quartdheure.desk.steering;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.Figures;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.Prospect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /steering}: the map of access, its figures, and what changes would do to them. */
@Controller
public class SteeringPage {

    private final Screens screens;
    private final Steering steering;
    private final DrawnOutlines outlines;

    SteeringPage(Screens screens, Steering steering, DrawnOutlines outlines) {
        this.screens = screens;
        this.steering = steering;
        this.outlines = outlines;
    }

    @GetMapping("/steering")
    ResponseEntity<byte[]> map(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") List<String> change) {
        Prospect today = steering.today();
        Asked asked = steering.asked(today.picture(), area, indicator, change);
        return screens.show(request, "desk/steering/map.jte", view(asked, today));
    }

    /** The figures alone, for a place that somebody pressed on the map: nothing is kept. */
    @GetMapping("/steering/figures")
    ResponseEntity<byte[]> figures(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") List<String> change) {
        Prospect today = steering.today();
        Asked asked = steering.asked(today.picture(), area, indicator, change);
        return screens.show(request, "desk/steering/figures.jte", view(asked, today));
    }

    private View view(Asked asked, Prospect today) {
        Picture picture = today.picture();
        int[] communes = steering.communes(picture, asked.area());
        Figures then = asked.changes().isEmpty()
                ? null
                : steering.of(picture, asked.changes()).figures(communes);
        return new View(
                asked,
                picture,
                steering.areas(picture),
                today.figures(communes),
                then,
                outlines.anyCell(picture.demand(), communes));
    }

    /**
     * What the map and its figures show.
     *
     * @param then the figures with the changes; null without any
     * @param cells whether some communes are drawn as cells, for want of their borders
     */
    public record View(
            Asked asked,
            Picture picture,
            List<Area> areas,
            Figures today,
            @Nullable Figures then,
            boolean cells) {

        private static final List<CareKind> LAYERS = List.of(
                CareKind.CENTRE,
                CareKind.BOOTH,
                CareKind.HOSPITAL,
                CareKind.EMERGENCY_DEPARTMENT,
                CareKind.PERINATAL_CENTRE);

        public String officialYear() {
            return Official.year(picture);
        }

        /** What the map shows besides communes, by kind. */
        public List<CareKind> layers() {
            return LAYERS;
        }

        public Indicator[] indicators() {
            return Indicator.values();
        }

        /** The figures to show large: with the changes, when there are some. */
        public Figures shown() {
            return then == null ? today : then;
        }

        public boolean isEmpty() {
            return picture.demand().size() == 0;
        }
    }
}
