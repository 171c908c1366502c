package fr.quartdheure.cli;

import fr.quartdheure.atlas.opening.Measures;
import fr.quartdheure.atlas.opening.Staff;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a siting needs to know of care beyond its place: today's supply, that of an opening, and a plan by year. */
final class OpeningOptions {

    /** Two newly established practitioners. */
    private static final double USUAL_SUPPLY = 10_800;

    @Option(
            names = "--supply",
            paramLabel = "FILE",
            description = "CSV code,lat,lon,supply: the care of today in consultations a year; it stays.")
    private @Nullable Path supply;

    @Option(
            names = "--threshold",
            defaultValue = "2.5",
            description =
                    "Accessible consultations a year under which a place is a desert (default: ${DEFAULT-VALUE}).")
    private double threshold = 2.5;

    @Option(
            names = "--opening-supply",
            paramLabel = "X",
            description = "Consultations a year of a candidate without 'capacity' (default: 10800, two practitioners).")
    private double openingSupply = USUAL_SUPPLY;

    @Option(
            names = "--plan",
            split = ",",
            paramLabel = "N",
            description = "Openings of each year, as 10,10,10, instead of --p; with mclp, apl-gain, under-threshold.")
    private List<Integer> plan = List.of();

    @Option(names = "--professionals", paramLabel = "N", description = "Of a plan: shared among its sites by need.")
    private @Nullable Integer professionals;

    @Option(names = "--least", defaultValue = "1", description = "Professionals at a site (default: ${DEFAULT-VALUE}).")
    private int least = 1;

    @Option(names = "--most", paramLabel = "N", description = "Professionals at a site at most (default: no limit).")
    private int most = Integer.MAX_VALUE;

    @Option(
            names = "--acts",
            defaultValue = "5400",
            description = "Consultations a year of a professional (default: ${DEFAULT-VALUE}, newly established).")
    private double acts = 5400;

    boolean isPlan() {
        return !plan.isEmpty();
    }

    boolean areGiven() {
        return supply != null || isPlan() || professionals != null;
    }

    Optional<Path> supply() {
        return Optional.ofNullable(supply);
    }

    double openingSupply() {
        return openingSupply;
    }

    List<Integer> plan() {
        return plan;
    }

    Measures measures(double minutes) {
        return new Measures(minutes, threshold);
    }

    Staff staff() {
        return new Staff(professionals == null ? 0 : professionals, least, most, acts);
    }

    /** Why these options are no question; empty when they are. */
    Optional<String> fault() {
        if (isPlan() != (professionals != null)) {
            return Optional.of("--plan and --professionals go together");
        }
        if (plan.stream().anyMatch(year -> year < 0)) {
            return Optional.of("--plan " + plan + " has a negative number of openings");
        }
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            return Optional.of("--threshold " + threshold + " is not above 0");
        }
        if (!(openingSupply >= 0 && openingSupply < Double.POSITIVE_INFINITY)) {
            return Optional.of("--opening-supply " + openingSupply + " is not a number of consultations, 0 or more");
        }
        return staffFault();
    }

    private Optional<String> staffFault() {
        try {
            staff();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("--professionals, --least, --most, --acts: " + e.getMessage());
        }
    }
}
