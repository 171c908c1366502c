package fr.quartdheure.geo;

import java.util.UUID;

/**
 * Minutes by car that somebody measured or routed.
 *
 * @param originCode a commune or district
 * @param minutes 0 or more
 */
public record Trip(String originCode, UUID placeId, double minutes) {

    public Trip {
        if (!(minutes >= 0 && Double.isFinite(minutes))) {
            throw new IllegalArgumentException("minutes " + minutes + " are negative or not a number");
        }
    }
}
