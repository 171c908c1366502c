package fr.quartdheure.atlas.rounds;

import java.util.Set;

/**
 * Somebody, or several people at one address, to be seen.
 *
 * @param code names it in answers
 * @param place index in the minutes of the problem
 * @param minutes how long the visit takes, finite, 0 or more
 * @param window when it may begin
 * @param load what it takes of a professional's capacity, finite, 0 or more
 * @param skills what whoever goes must be able to do; empty for anybody
 * @param urgency 1 to 100; of two visits that do not both fit, the more urgent one is kept
 */
public record Visit(
        String code, int place, double minutes, Window window, double load, Set<String> skills, int urgency) {

    private static final int MOST_URGENT = 100;

    public Visit {
        if (!isAmount(minutes) || !isAmount(load) || place < 0 || urgency < 1 || urgency > MOST_URGENT) {
            throw new IllegalArgumentException("visit " + code + " has minutes " + minutes + ", load " + load
                    + ", place " + place + ", urgency " + urgency);
        }
        skills = Set.copyOf(skills);
    }

    private static boolean isAmount(double value) {
        return value >= 0 && Double.isFinite(value);
    }
}
