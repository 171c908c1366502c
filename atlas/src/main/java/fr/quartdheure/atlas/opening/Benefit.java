package fr.quartdheure.atlas.opening;

/** What openings should bring. */
public enum Benefit {
    /** Most inhabitants within T minutes of an open site; the value is inhabitants. */
    COVERED,
    /**
     * Most of the new consultations to those who have less than the threshold, and no more than it: Σ standardised
     * inhabitants × min(threshold, APL), as a gain on today; the value is consultations a year. The mean APL itself
     * tells sites hardly apart: each one that anybody reaches raises it by its supply ÷ population.
     */
    APL_GAIN,
    /** Fewest inhabitants whose APL is under the threshold; the value is inhabitants. */
    UNDER_THRESHOLD;

    /** Whether a greater value is better. */
    public boolean isGain() {
        return this != UNDER_THRESHOLD;
    }

    /** Whether the sites need a supply. */
    boolean isApl() {
        return this != COVERED;
    }
}
