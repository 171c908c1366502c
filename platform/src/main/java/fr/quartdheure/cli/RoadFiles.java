package fr.quartdheure.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.roads.RoadNetwork;
import fr.quartdheure.roads.RoadTimes;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Reads road networks. A class of its own, so that no other command loads what it needs. */
final class RoadFiles {

    private static final int MOST_NAMED = 10;

    private final AnalystFiles files;

    RoadFiles(AnalystFiles files) {
        this.files = files;
    }

    RoadTimes times(Path pbf, Places origins, Places destinations) throws IOException {
        quieten();
        files.note("minutes: reading the roads of " + pbf + "…");
        try {
            RoadTimes times = RoadNetwork.load(pbf).times(origins, destinations);
            files.note("minutes: by car along roads, without traffic; © OpenStreetMap contributors");
            tellOffRoad(times);
            return times;
        } catch (OutOfMemoryError e) {
            throw new Refusal("The roads of " + pbf + " do not fit in memory: take a smaller extract, or give more"
                    + " (QUARTDHEURE_JAVA_OPTIONS=-Xmx4g).");
        }
    }

    private void tellOffRoad(RoadTimes times) {
        var codes = times.offRoad();
        if (!codes.isEmpty()) {
            files.note(codes.size() + " places lie farther than " + Answer.plain(RoadTimes.FARTHEST_METRES)
                    + " m from any road and are unreachable: "
                    + String.join(", ", codes.subList(0, Math.min(MOST_NAMED, codes.size())))
                    + (codes.size() > MOST_NAMED ? "…" : ""));
        }
    }

    /** Nobody has set up logging on the command line: it would go to standard output, into the answer. */
    private static void quieten() {
        if (LoggerFactory.getLogger("com.graphhopper") instanceof Logger logger) {
            logger.setLevel(Level.OFF);
        }
    }
}
