package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.territory.EstablishmentKind;
import java.time.DayOfWeek;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Which share of some inhabitants is within a quarter of an hour of a site that is open then, hour by hour of a typical
 * week. Immutable, thread-safe.
 */
public final class WeekCoverage {

    private final double[] people = new double[OpenWeek.place(DayOfWeek.SUNDAY, OpenWeek.LAST_HOUR)];
    private final BitSet told = new BitSet();
    private final BitSet silent = new BitSet();
    private double population;

    /**
     * Hospitals told no hours, and those of a perinatal centre are not known either; only an emergency department is
     * open day and night, by what its authorisation means.
     *
     * @param weeks of the sites whose hours are known; the others are open in no hour
     */
    WeekCoverage(Picture picture, int[] communes, CareKind care, Map<UUID, OpenWeek> weeks) {
        var establishment = care.establishment();
        for (int commune : communes) {
            BitSet hours = establishment
                    .map(kind -> ofHospitals(picture.hospitals(), commune, kind))
                    .orElseGet(() -> ofSites(picture, commune, care, weeks));
            double here = picture.demand().population(commune);
            population += here;
            hours.stream().forEach(hour -> people[hour] += here);
        }
    }

    private BitSet ofHospitals(Hospitals hospitals, int commune, EstablishmentKind kind) {
        var hours = new BitSet();
        boolean always = kind == EstablishmentKind.EMERGENCY_DEPARTMENT;
        for (int near : hospitals.within(Figures.QUARTER, commune, kind)) {
            (always ? told : silent).set(near);
            hours.set(0, people.length, always);
        }
        return hours;
    }

    private BitSet ofSites(Picture picture, int commune, CareKind care, Map<UUID, OpenWeek> weeks) {
        var hours = new BitSet();
        Pairs ways = picture.facts().toSites();
        for (int way = ways.start(commune); way < ways.start(commune + 1); way++) {
            if (ways.length(way) <= Figures.QUARTER) {
                add(picture, ways.destination(way), care, weeks, hours);
            }
        }
        return hours;
    }

    private void add(Picture picture, int site, CareKind care, Map<UUID, OpenWeek> weeks, BitSet hours) {
        PointOfCare point = picture.points().get(site);
        if (!care.isAt(point)) {
            return;
        }
        OpenWeek week = weeks.get(point.siteId());
        if (week == null) {
            silent.set(site);
        } else {
            told.set(site);
            week.addTo(hours);
        }
    }

    /** Each hour that is told of, by its start. */
    public List<Integer> hours() {
        return IntStream.range(OpenWeek.FIRST_HOUR, OpenWeek.LAST_HOUR).boxed().toList();
    }

    /**
     * 0 to 1; not a number where nobody lives.
     *
     * @param hour its start, 7 to 20
     */
    public double share(DayOfWeek day, int hour) {
        return people[OpenWeek.place(day, hour)] / population;
    }

    /** How many sites within reach of anybody said when they are open. */
    public int told() {
        return told.cardinality();
    }

    /** How many did not. */
    public int silent() {
        return silent.cardinality();
    }
}
