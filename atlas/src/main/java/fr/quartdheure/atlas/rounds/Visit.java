package fr.quartdheure.atlas.rounds;

import java.util.Set;

/**
 * Somebody, or several people at one address, to be seen.
 *
 * @param code names it in answers
 * @param place index in the minutes of the problem
 * @param minutes how long the visit takes, 0 or more
 * @param window when it may begin
 * @param load what it takes of a professional's capacity, 0 or more
 * @param skills what whoever goes must be able to do; empty for anybody
 * @param urgency above 0; of two visits that do not both fit, the more urgent one is kept
 */
public record Visit(
        String code, int place, double minutes, Window window, double load, Set<String> skills, int urgency) {

    public Visit {
        if (!(minutes >= 0) || !(load >= 0) || place < 0 || urgency < 1) {
            throw new IllegalArgumentException("visit " + code + " has minutes " + minutes + ", load " + load
                    + ", place " + place + ", urgency " + urgency);
        }
        skills = Set.copyOf(skills);
    }
}
