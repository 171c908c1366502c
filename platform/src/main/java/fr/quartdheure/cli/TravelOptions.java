package fr.quartdheure.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an analyst command takes its minutes from: a table, a road network, or the estimate. */
final class TravelOptions {

    @Option(
            names = "--times",
            paramLabel = "FILE",
            description =
                    "CSV origin,destination,minutes instead of the estimate; a pair that is absent is unreachable.")
    private @Nullable Path times;

    @Option(
            names = "--roads",
            paramLabel = "FILE",
            description =
                    "An OpenStreetMap extract (.osm.pbf): minutes by car along its roads instead of the estimate.")
    private @Nullable Path roads;

    Optional<Path> times() {
        if (times != null && roads != null) {
            throw new Refusal("--times and --roads both say how long journeys take: give one of them.");
        }
        return Optional.ofNullable(times);
    }

    Optional<Path> roads() {
        return Optional.ofNullable(roads);
    }

    /** The file that is read, if there is one. */
    @Nullable
    Path file() {
        return times().or(this::roads).orElse(null);
    }
}
