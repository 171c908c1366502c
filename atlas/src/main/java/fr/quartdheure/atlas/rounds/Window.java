package fr.quartdheure.atlas.rounds;

/**
 * Between when and when something may begin, in minutes from a zero of the caller's choice, such as midnight.
 *
 * @param from included
 * @param until included, not before {@code from}
 */
public record Window(double from, double until) {

    /** At any hour. */
    public static final Window ANY = new Window(0, 1e6);

    public Window {
        if (!(from >= 0) || !(until >= from) || Double.isInfinite(until)) {
            throw new IllegalArgumentException("a window goes from 0 or later to no earlier: " + from + " to " + until);
        }
    }
}
