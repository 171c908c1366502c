package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.Places;
import java.util.List;

/**
 * The consultations of general practitioners that an accessibility is computed from. Immutable.
 *
 * @param source where they come from, in the file's own words; empty when it is the agendas
 * @param estimated whether a model made them: whoever shows a figure says so
 * @param consultations a year at each place, by index, 0 or more
 * @param places a commune each when a file told, a site each when the agendas did
 */
@SuppressWarnings("ArrayRecordComponent")
public record Offer(Origin origin, String source, boolean estimated, Places places, double[] consultations) {

    /** Who told. */
    public enum Origin {
        /** A file: everybody who practises in a commune. */
        FILE,
        /** The agendas kept here: only those who work with this platform. */
        AGENDAS
    }

    static Offer none() {
        return new Offer(Origin.AGENDAS, "", false, new Places(List.of()), new double[0]);
    }

    /** Whether it counts every doctor of the territory: only then is an APL to be compared with a threshold. */
    public boolean isWhole() {
        return origin == Origin.FILE;
    }

    public double total() {
        double sum = 0;
        for (double one : consultations) {
            sum += one;
        }
        return sum;
    }

    Offer with(double[] changed) {
        return new Offer(origin, source, estimated, places, changed);
    }
}
