package fr.quartdheure.geo;

import java.util.UUID;

/**
 * A place within reach.
 *
 * @param minutes by car, 0 to 60
 */
public record Near(UUID placeId, double minutes) {}
