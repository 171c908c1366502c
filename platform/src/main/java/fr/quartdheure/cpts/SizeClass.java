package fr.quartdheure.cpts;

/**
 * The four sizes of a CPTS by the inhabitants of its territory, which its funding depends on (national agreement of
 * 2019 between the health insurance and the professions).
 */
public enum SizeClass {
    /** Under 40,000 inhabitants. */
    SMALL(0),
    /** 40,000 to 79,999. */
    MEDIUM(40_000),
    /** 80,000 to 175,000. */
    LARGE(80_000),
    /** Over 175,000. */
    VERY_LARGE(175_001);

    private final int from;

    SizeClass(int from) {
        this.from = from;
    }

    /** @param inhabitants 0 or more */
    public static SizeClass of(long inhabitants) {
        if (inhabitants < 0) {
            throw new IllegalArgumentException(inhabitants + " inhabitants are negative");
        }
        SizeClass found = SMALL;
        for (SizeClass one : values()) {
            found = inhabitants >= one.from ? one : found;
        }
        return found;
    }

    /** From 1 to 4, as the agreement numbers them. */
    public int number() {
        return ordinal() + 1;
    }
}
