package fr.quartdheure.atlas.queue;

import java.util.Arrays;
import java.util.List;

/**
 * How many servers are planned for each half-hour, and what they do when it ends: whoever has somebody in hand ends
 * that service before leaving, and where nobody follows, after closing too, the last stay until nobody waits.
 */
final class Shifts {

    private final int[] planned;
    private final int[] taking;

    /** @param servers of each half-hour, 1 or more where anybody may arrive */
    Shifts(DayLoad day, List<Integer> servers) {
        if (servers.size() != day.halfHours()) {
            throw new IllegalArgumentException(
                    servers.size() + " numbers of servers for " + day.halfHours() + " half-hours; give one for each");
        }
        this.planned = new int[day.halfHours() + 1];
        for (int halfHour = 0; halfHour < servers.size(); halfHour++) {
            planned[halfHour] = servers.get(halfHour);
            if (planned[halfHour] < (day.arrivals().get(halfHour) > 0 ? 1 : 0)) {
                throw new IllegalArgumentException(planned[halfHour] + " servers in half-hour " + (halfHour + 1)
                        + " serve nobody; give 1 or more");
            }
        }
        this.taking = Arrays.copyOf(planned, planned.length);
        for (int halfHour = 1; halfHour < taking.length; halfHour++) {
            taking[halfHour] = taking[halfHour] == 0 ? taking[halfHour - 1] : taking[halfHour];
        }
    }

    /** The half-hours, then what follows closing. */
    int length() {
        return planned.length;
    }

    int planned(int halfHour) {
        return planned[halfHour];
    }

    /** How many may have somebody in hand before the next is taken. */
    int taking(int halfHour) {
        return taking[halfHour];
    }

    int halfHourOf(double minute) {
        return (int) Math.min(planned.length - 1, minute / DayLoad.HALF_HOUR);
    }

    /** The minute at which a half-hour ends; what follows closing never does. */
    double end(int halfHour) {
        return halfHour == planned.length - 1 ? Double.POSITIVE_INFINITY : DayLoad.HALF_HOUR * (halfHour + 1.0);
    }
}
