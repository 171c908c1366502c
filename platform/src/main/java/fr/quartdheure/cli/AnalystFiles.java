package fr.quartdheure.cli;

import fr.quartdheure.atlas.file.Point;
import fr.quartdheure.atlas.file.PointFile;
import fr.quartdheure.atlas.file.TimesFile;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.TravelEstimate;
import fr.quartdheure.atlas.travel.TravelTimes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads what the analyst commands have in common: places with numbers and the minutes between them. */
final class AnalystFiles {

    static final String POPULATION = "population";
    static final String STANDARDISED = "standardised";
    static final String SUPPLY = "supply";
    static final String APL = "apl";

    private final PrintWriter err;

    AnalystFiles(PrintWriter err) {
        this.err = err;
    }

    /**
     * The minutes, and what was left aside.
     *
     * @param ignoredRows of the file of minutes that concern no journey from demand to care; 0 without a file
     */
    record Minutes(TravelTimes times, long ignoredRows) {

        String source() {
            return times.source().name().toLowerCase(Locale.ROOT);
        }
    }

    List<Point> demand(Path file) throws IOException {
        return read(new PointFile(file, List.of(POPULATION), List.of(STANDARDISED)));
    }

    List<Point> demandWithApl(Path file) throws IOException {
        return read(new PointFile(file, List.of(POPULATION), List.of(STANDARDISED, APL)));
    }

    List<Point> supply(Path file) throws IOException {
        return read(new PointFile(file, List.of(SUPPLY), List.of()));
    }

    List<Point> sites(Path file) throws IOException {
        return read(new PointFile(file, List.of(), List.of()));
    }

    /** From a file or along roads, or estimated; standard error says which, and how far the estimate errs. */
    Minutes minutes(List<Point> from, List<Point> to, TravelOptions travel) throws IOException {
        var origins = places(from);
        var destinations = places(to);
        if (travel.times().isPresent()) {
            return table(travel.times().get(), origins, destinations);
        }
        requireOnePlacePerCode(origins, destinations);
        if (travel.roads().isPresent()) {
            return new Minutes(new RoadFiles(this).times(travel.roads().get(), origins, destinations), 0);
        }
        err.println("minutes: estimated as the crow flies, ± 2.5 (± 5 beyond 25 km); in the mountains count more");
        return new Minutes(new EstimatedTimes(origins, destinations), 0);
    }

    private Minutes table(Path file, Places origins, Places destinations) throws IOException {
        var bar = new ProgressBar(err);
        try {
            var read = new TimesFile(file, origins, destinations).read(bar::at);
            err.println("minutes: from " + file + ", " + read.ignored() + " rows ignored");
            return new Minutes(read.times(), read.ignored());
        } finally {
            bar.end();
        }
    }

    static double[] numbers(List<Point> points, String column) {
        return points.stream().mapToDouble(point -> point.number(column)).toArray();
    }

    /** The pairs within so many minutes, or a refusal where there are more than memory holds. */
    static Pairs pairs(TravelTimes times, double minutes) {
        try {
            return times.within(minutes);
        } catch (OutOfMemoryError e) {
            throw new Refusal("Within " + Answer.plain(minutes) + " minutes there are more pairs of places than memory"
                    + " holds: give fewer minutes or places, or more memory (QUARTDHEURE_JAVA_OPTIONS=-Xmx2g).");
        }
    }

    void note(String sentence) {
        err.println(sentence);
    }

    List<Point> read(PointFile file) throws IOException {
        var bar = new ProgressBar(err);
        try {
            return file.read(bar::at);
        } finally {
            bar.end();
        }
    }

    private static Places places(List<Point> points) {
        return new Places(points.stream()
                .map(point -> new Place(point.code(), point.position()))
                .toList());
    }

    /** A code in both files is one place, 0 minutes from itself: numbers given anew in each file would mislead. */
    private static void requireOnePlacePerCode(Places origins, Places destinations) {
        for (Place origin : origins.list()) {
            var index = destinations.find(origin.code());
            if (index.isPresent()) {
                double km = origin.position()
                        .kmTo(destinations.get(index.getAsInt()).position());
                if (km > TravelEstimate.FITTED_KM) {
                    throw new Refusal("Code " + origin.code() + " stands at two positions " + Math.round(km)
                            + " km apart in the two files: a code in both means one place. Give them different codes.");
                }
            }
        }
    }
}
