package fr.quartdheure.atlas.rounds;

/**
 * One visit of a round.
 *
 * @param visit index in the problem
 * @param arrival when she is at the door
 * @param begin when the visit begins: at the arrival, or when its window opens
 * @param end when she leaves
 */
public record Call(int visit, double arrival, double begin, double end) {}
