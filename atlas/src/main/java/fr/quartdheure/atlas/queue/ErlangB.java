package fr.quartdheure.atlas.queue;

/** The probability that all of so many servers are busy when nobody waits: the stable start of the other formulas. */
final class ErlangB {

    private ErlangB() {}

    /** B(0) = 1, B(k) = a·B(k−1) / (k + a·B(k−1)): no factorial, no overflow (Erlang 1917). */
    static double blocking(double erlangs, int servers) {
        double blocking = 1;
        for (int k = 1; k <= servers; k++) {
            blocking = erlangs * blocking / (k + erlangs * blocking);
        }
        return blocking;
    }
}
