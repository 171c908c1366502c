package fr.quartdheure.planning;

import fr.quartdheure.directory.RoomKind;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.planning.CoverageRow.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Tells how many inhabitants are near which care, whether it is free soon, and at which hours. Thread-safe. */
@Component
public class Coverages {

    private final Services services;
    private final OpenWeeks weeks;
    private final FreeSites freeSites;

    Coverages(Services services, OpenWeeks weeks, FreeSites freeSites) {
        this.services = services;
        this.weeks = weeks;
        this.freeSites = freeSites;
    }

    /** Every kind of care: centres, booths, the services in the order people read them, then hospitals. */
    public List<CareKind> kinds() {
        var kinds = new ArrayList<>(List.of(CareKind.CENTRE, CareKind.BOOTH));
        services.list().forEach(service -> kinds.add(new CareKind(service.code())));
        kinds.addAll(List.of(CareKind.HOSPITAL, CareKind.EMERGENCY_DEPARTMENT, CareKind.PERINATAL_CENTRE));
        return kinds;
    }

    /** Of the inhabitants of these communes, by index; every measure together. */
    public List<CoverageRow> rows(Picture picture, int[] communes) {
        var territory = new Territory(picture, communes);
        var rows = new ArrayList<CoverageRow>();
        for (CareKind care : kinds()) {
            rows.add(territory.standing(care));
        }
        var free = freeSites.among(picture.points());
        services.list().stream()
                .filter(service -> !isOfBooths(service))
                .map(service -> new CareKind(service.code()))
                .map(care -> territory.row(Measure.FREE_ON_SITE, care, point -> free.isOnSite(point, care)))
                .forEach(rows::add);
        rows.add(territory.row(Measure.FREE_AT_BOOTH, CareKind.BOOTH, free::isAtBooth));
        return rows;
    }

    public WeekCoverage week(Picture picture, int[] communes, CareKind care) {
        return new WeekCoverage(picture, communes, care, weeks.of(picture));
    }

    public LeftOut leftOut(Picture picture, int[] communes, CareKind care) {
        return LeftOut.of(communes, picture.demand(), picture.nearest(care));
    }

    /** What is given in booths first is counted there. */
    private static boolean isOfBooths(Service service) {
        return !service.roomKinds().isEmpty() && service.roomKinds().getFirst() == RoomKind.BOOTH;
    }

    private record Territory(
            Picture picture,
            @SuppressWarnings("ArrayRecordComponent") int[] communes) {

        CoverageRow standing(CareKind care) {
            var covered = Covered.of(communes, picture.demand(), picture.nearest(care));
            return new CoverageRow(Measure.STANDING, care, covered, picture.knows(care));
        }

        CoverageRow row(Measure measure, CareKind care, Predicate<PointOfCare> isCounted) {
            List<PointOfCare> points = picture.points();
            var counts = new boolean[points.size()];
            for (int point = 0; point < counts.length; point++) {
                counts[point] = isCounted.test(points.get(point));
            }
            var covered = Covered.of(communes, picture.demand(), picture.nearest(counts));
            return new CoverageRow(measure, care, covered, true);
        }
    }
}
