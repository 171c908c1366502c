package fr.quartdheure.atlas.rounds;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who goes from visit to visit.
 *
 * @param code names her in answers
 * @param start index of the place she leaves from
 * @param end index of the place she comes back to
 * @param hours leaves no earlier than {@code from} and is back by {@code until}
 * @param capacity what the loads of her visits may sum up to
 * @param skills what she can do
 * @param lunch null where her hours hold none
 */
public record Professional(
        String code,
        int start,
        int end,
        Window hours,
        double capacity,
        Set<String> skills,
        @Nullable Lunch lunch) {

    public Professional {
        if (start < 0 || end < 0 || !(capacity >= 0)) {
            throw new IllegalArgumentException(
                    "professional " + code + " has places " + start + " and " + end + ", capacity " + capacity);
        }
        skills = Set.copyOf(skills);
    }

    boolean canDo(Visit visit) {
        return skills.containsAll(visit.skills());
    }
}
