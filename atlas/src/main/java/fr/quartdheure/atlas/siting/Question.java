package fr.quartdheure.atlas.siting;

import java.util.Map;

/**
 * What is asked of a siting.
 *
 * @param p how many new sites open, required ones included; not read by {@link Objective#LSCP}
 * @param minutes T, included, above 0; read by {@link Objective#MCLP} and {@link Objective#LSCP}
 * @param quotas new sites by area; an area that is not named has no limit
 */
public record Question(Objective objective, int p, double minutes, Map<String, Quota> quotas) {

    public Question {
        if (p < 0) {
            throw new IllegalArgumentException("p " + p + " is negative");
        }
        if (!(minutes >= 0)) {
            throw new IllegalArgumentException("minutes " + minutes + " are negative or not a number");
        }
        quotas = Map.copyOf(quotas);
    }
}
