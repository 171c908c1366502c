package fr.quartdheure.atlas.siting;

/** What the openings should achieve. */
public enum Objective {
    /** Most inhabitants within T minutes of an open site (Church and ReVelle 1974); the value is inhabitants. */
    MCLP,
    /** Least travel in all (Hakimi 1964); the value is inhabitants × minutes to the site that serves them. */
    PMEDIAN,
    /** The farthest inhabited place as near as possible (Hakimi 1965); the value is minutes. */
    PCENTER,
    /** Fewest new sites that put everybody within T minutes (Toregas and others 1971); the value is a number. */
    LSCP;

    /** Whether a greater value is better. */
    public boolean isGain() {
        return this == MCLP;
    }

    /** Whether minutes count only as within T or not. */
    boolean isCovering() {
        return this == MCLP || this == LSCP;
    }
}
