package fr.quartdheure.desk.steering;

import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.Change;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.Prospect;
import fr.quartdheure.planning.Prospects;
import fr.quartdheure.planning.Scenario;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what a page of the desk is asked for, and gives the territory it looks at. */
@Component
class Steering {

    private final Prospects prospects;

    Steering(Prospects prospects) {
        this.prospects = prospects;
    }

    Prospect today() {
        return prospects.today();
    }

    Prospect of(List<Change> changes) {
        return prospects.of(changes);
    }

    /** Beside another prospect of the same picture, whatever is imported meanwhile. */
    Prospect of(Picture picture, List<Change> changes) {
        return prospects.of(picture, changes);
    }

    /** What is not said or not known is answered with what is most useful. */
    Asked asked(Picture picture, String area, String indicator, List<String> changes) {
        return new Asked(
                area(picture, area),
                Indicator.find(indicator).orElseGet(() -> usualIndicator(picture)),
                new ChangeText(picture)
                        .read(changes.stream().limit(Scenario.MOST_CHANGES).toList()));
    }

    Area area(Picture picture, String key) {
        return prospects.findArea(picture, key).orElseGet(() -> usual(picture));
    }

    /** A planner's territory is mostly one département; where there are several, all are shown. */
    private Area usual(Picture picture) {
        List<Area> areas = areas(picture);
        var departments = areas.stream()
                .filter(area -> area.kind() == Area.Kind.DEPARTMENT)
                .toList();
        return departments.size() == 1 ? departments.getFirst() : areas.getFirst();
    }

    /** An APL of a part of the doctors only would paint everything as a desert. */
    private static Indicator usualIndicator(Picture picture) {
        return picture.offer().isWhole() ? Indicator.APL : Indicator.CENTRE;
    }

    List<Area> areas(Picture picture) {
        return prospects.areas(picture);
    }

    int[] communes(Picture picture, Area area) {
        return prospects.communes(picture, area);
    }
}
