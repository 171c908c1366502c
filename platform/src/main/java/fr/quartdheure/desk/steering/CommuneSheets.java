package fr.quartdheure.desk.steering;

import fr.quartdheure.desk.steering.CommuneSheet.NearestCare;
import fr.quartdheure.desk.steering.CommuneSheet.Server;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Departments;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.Demand;
import fr.quartdheure.planning.Offer;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.Prospect;
import fr.quartdheure.planning.UnmetNeeds;
import fr.quartdheure.territory.EstablishmentKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what is said of one commune. */
@Component
class CommuneSheets {

    private static final int SERVERS = 6;
    private static final List<CareKind> KINDS = Stream.of(
                    "general-practice",
                    "centre",
                    "nursing",
                    "physiotherapy",
                    "midwifery",
                    "booth",
                    "emergency-department",
                    "hospital",
                    "perinatal-centre")
            .map(CareKind::new)
            .toList();

    private final Steering steering;
    private final UnmetNeeds unmet;

    CommuneSheets(Steering steering, UnmetNeeds unmet) {
        this.steering = steering;
        this.unmet = unmet;
    }

    /** With the changes of the address applied; empty when there is no such commune. */
    Optional<CommuneSheet> find(String code, Asked asked) {
        Prospect prospect = steering.of(asked.changes());
        var found = prospect.picture().demand().find(code);
        return found.isEmpty() ? Optional.empty() : Optional.of(sheet(found.getAsInt(), asked, prospect));
    }

    private CommuneSheet sheet(int index, Asked asked, Prospect prospect) {
        Picture picture = prospect.picture();
        Commune commune = picture.demand().commune(index);
        String code = Departments.ofCommune(commune.code());
        var department = new Area(Area.Kind.DEPARTMENT, code, Departments.name(code));
        int[] neighbours = steering.communes(picture, department);
        int searches = unmet.byCommune().getOrDefault(commune.code(), 0);
        return new CommuneSheet(
                commune,
                asked,
                picture,
                prospect.apl()[index],
                picture.official(index),
                Official.mean(picture, neighbours),
                picture.epci(index),
                picture.zone(index),
                KINDS.stream()
                        .map(kind -> nearest(prospect, index, kind, neighbours))
                        .toList(),
                servers(picture, index),
                searches < UnmetNeeds.LEAST_SHOWN ? Optional.empty() : Optional.of(searches),
                department,
                prospect.figures(neighbours));
    }

    private static NearestCare nearest(Prospect prospect, int index, CareKind kind, int[] neighbours) {
        Picture picture = prospect.picture();
        double[] nearest = prospect.nearest(kind);
        String site = kind.establishment()
                .map(one -> hospital(picture, index, one))
                .orElseGet(() -> site(prospect, index, kind, nearest[index]));
        return new NearestCare(
                kind.code(), site, picture.knows(kind), nearest[index], mean(picture.demand(), nearest, neighbours));
    }

    private static String site(Prospect prospect, int index, CareKind kind, double minutes) {
        return prospect.picture().ways(index, kind, Integer.MAX_VALUE).stream()
                .filter(way -> way.minutes() <= minutes && prospect.stands(way.point()))
                .findFirst()
                .map(way -> way.point().name())
                .orElse("");
    }

    /** With its commune: registers name a clinic after a saint. */
    private static String hospital(Picture picture, int index, EstablishmentKind kind) {
        return picture.hospitals()
                .nearest(index, kind)
                .map(way -> way.establishment().name() + " · "
                        + communeName(picture, way.establishment().communeCode()))
                .orElse("");
    }

    private static double mean(Demand demand, double[] minutes, int[] communes) {
        double sum = 0;
        double people = 0;
        for (int commune : communes) {
            if (Double.isFinite(minutes[commune])) {
                sum += minutes[commune] * demand.population(commune);
                people += demand.population(commune);
            }
        }
        return sum / people;
    }

    private static List<Server> servers(Picture picture, int index) {
        boolean byCommune = picture.offer().origin() == Offer.Origin.FILE;
        return picture.parts(index, SERVERS).stream()
                .map(part -> new Server(
                        byCommune ? communeName(picture, part.code()) : siteName(picture, part.code()), part.apl()))
                .toList();
    }

    private static String communeName(Picture picture, String code) {
        var index = picture.demand().find(code);
        return index.isEmpty()
                ? code
                : picture.demand().commune(index.getAsInt()).name();
    }

    private static String siteName(Picture picture, String id) {
        return picture.points().stream()
                .filter(point -> point.siteId().toString().equals(id))
                .findFirst()
                .map(point -> point.name())
                .orElse(id);
    }
}
