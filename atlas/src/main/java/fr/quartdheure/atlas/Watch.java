package fr.quartdheure.atlas;

/** Who waits for a long computation: it may stop it, and hears how far it is. Called from the computing thread. */
public interface Watch {

    /** Neither hurries nor listens. */
    Watch PATIENT = () -> Double.POSITIVE_INFINITY;

    /** Seconds that remain; the computation ends with its best answer soon after they are no longer positive. */
    double secondsLeft();

    /**
     * The best value found so far and the bound on what is possible at all, both in the unit of the objective; either
     * may be infinite while unknown. Heard many times: the listener thins out.
     */
    default void hear(double incumbent, double bound) {}

    /** Whether it is time to stop. */
    default boolean over() {
        return secondsLeft() <= 0;
    }
}
