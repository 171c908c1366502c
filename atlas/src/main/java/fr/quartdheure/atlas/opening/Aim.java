package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.siting.Quota;
import java.util.Map;

/**
 * What is asked of openings.
 *
 * @param p how many new sites open, required ones included
 * @param quotas new sites by area; an area that is not named has no limit
 */
public record Aim(Benefit benefit, int p, Measures measures, Map<String, Quota> quotas) {

    public Aim {
        if (p < 0) {
            throw new IllegalArgumentException("p " + p + " is negative");
        }
        quotas = Map.copyOf(quotas);
    }
}
