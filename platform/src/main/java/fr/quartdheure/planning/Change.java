package fr.quartdheure.planning;

import fr.quartdheure.atlas.accessibility.AplRules;
import fr.quartdheure.atlas.travel.Position;
import java.util.UUID;

/** One thing that would be otherwise. */
public sealed interface Change {

    int MOST_DOCTORS = 50;

    /**
     * A centre opens.
     *
     * @param doctors full-time general practitioners, 0 to 50; each offers what a newcomer counts for
     */
    record Opening(String name, double lat, double lon, int doctors) implements Change {

        public Opening {
            requireDoctors(doctors, 0);
            new Position(lat, lon);
        }

        public Position position() {
            return new Position(lat, lon);
        }

        double consultations() {
            return doctors * AplRules.OF_2023.newcomer();
        }
    }

    /** A site closes; what its agendas offer is gone with it. */
    record Closure(UUID siteId, String name) implements Change {}

    /**
     * General practitioners leave a commune, as by retirement.
     *
     * @param doctors 1 to 50; each takes away the mean of a doctor there, or of a newcomer where nobody counted them
     */
    record Departure(String communeCode, String name, int doctors) implements Change {

        public Departure {
            requireDoctors(doctors, 1);
        }
    }

    private static void requireDoctors(int doctors, int least) {
        if (doctors < least || doctors > MOST_DOCTORS) {
            throw new IllegalArgumentException(doctors + " doctors are not between " + least + " and " + MOST_DOCTORS);
        }
    }
}
