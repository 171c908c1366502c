package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TravelEstimate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Minutes by car from address to address, estimated as the crow flies. Thread-safe. */
@Component
public class Ways {

    /** Two addresses are never nearer: the door, the stairs, a place to park. An assumption, said on the screen. */
    public static final double LEAST = 5;

    private final Communes communes;

    Ways(Communes communes) {
        this.communes = communes;
    }

    /**
     * Where somebody lives or works.
     *
     * @param position of the very address; null where only the commune is known, whose centre then counts
     */
    public record Stand(String communeCode, @Nullable Position position) {}

    /**
     * From each to each, by the law of {@link TravelEstimate}: 0 from a stand to itself, else {@link #LEAST} at the
     * least.
     *
     * @throws IllegalArgumentException for a commune that is not known
     */
    public double[][] between(List<Stand> stands) {
        Map<String, Commune> known = communes.listByCodes(
                stands.stream().map(Stand::communeCode).distinct().collect(Collectors.toSet()));
        List<Located> located =
                stands.stream().map(stand -> locate(stand, known)).toList();
        var minutes = new double[stands.size()][stands.size()];
        for (int from = 0; from < minutes.length; from++) {
            for (int to = 0; to < minutes.length; to++) {
                minutes[from][to] = from == to ? 0 : minutes(located.get(from), located.get(to));
            }
        }
        return minutes;
    }

    private static double minutes(Located from, Located to) {
        double estimate = TravelEstimate.minutes(from.position().kmTo(to.position()), from.mountain() || to.mountain());
        return Math.max(LEAST, estimate);
    }

    private static Located locate(Stand stand, Map<String, Commune> known) {
        Commune commune = known.get(stand.communeCode());
        if (commune == null) {
            throw new IllegalArgumentException("no commune has the code " + stand.communeCode());
        }
        Position position = stand.position();
        return new Located(position == null ? commune.position() : position, commune.mountain());
    }

    private record Located(Position position, boolean mountain) {}
}
