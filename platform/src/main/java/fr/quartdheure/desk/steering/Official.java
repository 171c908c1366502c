package fr.quartdheure.desk.steering;

import fr.quartdheure.planning.Picture;
import fr.quartdheure.territory.OfficialApl;

/** What is said of the accessibility that the State publishes. */
final class Official {

    private Official() {}

    /** The year of the series at hand, "–" when none was imported. */
    static String year(Picture picture) {
        for (int commune = 0; commune < picture.demand().size(); commune++) {
            var official = picture.official(commune);
            if (official.isPresent()) {
                return String.valueOf(official.get().year());
            }
        }
        return "–";
    }

    /** Of doctors of any age, weighted by standardised inhabitants as the DREES does; not a number without any. */
    static double mean(Picture picture, int[] communes) {
        double sum = 0;
        double people = 0;
        for (int commune : communes) {
            OfficialApl official = picture.official(commune).orElse(null);
            Double weight = official == null ? null : official.standardised();
            if (official != null && weight != null) {
                sum += official.allDoctors() * weight;
                people += weight;
            }
        }
        return sum / people;
    }
}
