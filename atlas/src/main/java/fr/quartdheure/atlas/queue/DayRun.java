package fr.quartdheure.atlas.queue;

/**
 * One day lived through, person by person in the order of arrival: first come first served, so whoever is behind never
 * begins before. Not thread-safe.
 */
final class DayRun {

    private final Shifts shifts;
    /** Minutes of services in each half-hour, and after closing; over: of them, those beyond the servers planned. */
    private final double[] busy;

    private final double[] over;
    private final Ends ends = new Ends();
    private double clock;
    private int halfHour;

    DayRun(Shifts shifts, double[] busy, double[] over) {
        this.shifts = shifts;
        this.busy = busy;
        this.over = over;
    }

    /**
     * The minutes until somebody's turn, or her patience where that ends sooner: then nobody serves her.
     *
     * @param arrival minute since opening, not before the arrival of the person before
     */
    double arrive(double arrival, double service, double patience) {
        // Nobody's turn comes before that of the person before her, even where that one had left.
        double turn = Math.max(arrival, clock);
        advance(turn);
        int now = shifts.halfHourOf(turn);
        while (ends.size() >= shifts.taking(now)) {
            turn = Math.min(ends.next(), shifts.end(now));
            advance(turn);
            now = shifts.halfHourOf(turn);
        }
        if (turn - arrival > patience) {
            return patience;
        }
        ends.add(turn + service);
        return turn - arrival;
    }

    /** Lets everybody in hand be served. */
    void close() {
        while (ends.size() > 0) {
            advance(ends.next());
        }
    }

    private void advance(double to) {
        while (ends.next() <= to) {
            count(ends.next());
            ends.removeNext();
        }
        count(to);
    }

    private void count(double to) {
        while (clock < to) {
            double until = Math.min(to, shifts.end(halfHour));
            busy[halfHour] += ends.size() * (until - clock);
            over[halfHour] += Math.max(0, ends.size() - shifts.planned(halfHour)) * (until - clock);
            clock = until;
            if (until == shifts.end(halfHour)) {
                halfHour++;
            }
        }
    }
}
