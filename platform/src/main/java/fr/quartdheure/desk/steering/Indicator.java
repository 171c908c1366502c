package fr.quartdheure.desk.steering;

import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.Demand;
import fr.quartdheure.planning.Prospect;
import fr.quartdheure.planning.UnmetNeeds;
import fr.quartdheure.territory.OfficialApl;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the map colours communes by: five classes from good to lacking, each with its bounds. */
public enum Indicator {
    /** Our own computation of the APL. */
    APL(Unit.APL, 4.5, 3.5, 2.5, 1.5),
    /** As published, doctors of any age. */
    OFFICIAL(Unit.APL, 4.5, 3.5, 2.5, 1.5),
    /** As published, doctors under 65. */
    OFFICIAL_65(Unit.APL, 4.5, 3.5, 2.5, 1.5),
    CENTRE(Unit.MINUTES, 10, 15, 20, 30),
    GENERAL_PRACTICE(Unit.MINUTES, 10, 15, 20, 30),
    BOOTH(Unit.MINUTES, 10, 15, 20, 30),
    HOSPITAL(Unit.MINUTES, 10, 15, 20, 30),
    EMERGENCY_DEPARTMENT(Unit.MINUTES, 10, 15, 20, 30),
    PERINATAL_CENTRE(Unit.MINUTES, 10, 15, 20, 30),
    UNMET(Unit.SEARCHES, 20, 50, 100, 200);

    /** In what a value is counted. */
    public enum Unit {
        APL,
        MINUTES,
        SEARCHES;

        boolean isBetterWhenHigher() {
            return this == APL;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Unit unit;
    private final double[] bounds;

    Indicator(Unit unit, double... bounds) {
        this.unit = unit;
        this.bounds = bounds;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Indicator> find(String code) {
        return Arrays.stream(values())
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    public Unit unit() {
        return unit;
    }

    /** The four bounds between the five classes, from good to lacking. */
    public List<Double> bounds() {
        return Arrays.stream(bounds).boxed().toList();
    }

    /** 1, good, to 5, lacking; 0 for what is not known or not shown. A bound belongs to the better class. */
    public int classOf(double value) {
        if (Double.isNaN(value) || (unit == Unit.SEARCHES && value < UnmetNeeds.LEAST_SHOWN)) {
            return 0;
        }
        int place = 1;
        for (double bound : bounds) {
            if (unit.isBetterWhenHigher() ? value < bound : value > bound) {
                place++;
            }
        }
        return place;
    }

    /** By commune; not a number where nothing is known, infinite where nothing is reached. */
    double[] values(Prospect prospect, Map<String, Integer> unmet) {
        return switch (this) {
            case APL -> prospect.apl();
            case OFFICIAL -> official(prospect, OfficialApl::allDoctors);
            case OFFICIAL_65 -> official(prospect, apl -> orUnknown(apl.under65()));
            case CENTRE, GENERAL_PRACTICE, BOOTH, HOSPITAL, EMERGENCY_DEPARTMENT, PERINATAL_CENTRE ->
                minutes(prospect, new CareKind(code()));
            case UNMET -> searches(prospect.picture().demand(), unmet);
        };
    }

    private static double[] minutes(Prospect prospect, CareKind care) {
        double[] minutes = prospect.nearest(care);
        if (!prospect.picture().knows(care)) {
            Arrays.fill(minutes, Double.NaN);
        }
        return minutes;
    }

    private static double orUnknown(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static double[] official(Prospect prospect, ToDoubleFunction<OfficialApl> series) {
        var values = new double[prospect.picture().demand().size()];
        Arrays.setAll(
                values,
                commune -> prospect.picture()
                        .official(commune)
                        .map(apl -> series.applyAsDouble(apl))
                        .orElse(Double.NaN));
        return values;
    }

    private static double[] searches(Demand demand, Map<String, Integer> unmet) {
        return demand.communes().stream()
                .mapToDouble(commune -> unmet.getOrDefault(commune.code(), 0))
                .toArray();
    }
}
