package fr.quartdheure.atlas.siting;

/**
 * A place where care is given or could be.
 *
 * @param capacity consultations a year, 0 or more; infinite when it has no limit
 * @param area the département or other area whose quota it counts in; empty for none
 */
public record Site(Role role, double capacity, String area) {

    public Site {
        if (!(capacity >= 0)) {
            throw new IllegalArgumentException("capacity " + capacity + " is negative or not a number");
        }
    }

    /** A site without limit and without area. */
    public static Site of(Role role) {
        return new Site(role, Double.POSITIVE_INFINITY, "");
    }

    boolean isLimited() {
        return capacity < Double.POSITIVE_INFINITY;
    }
}
