package fr.quartdheure.time;

import java.time.Duration;
import java.time.Instant;

/** From an instant (included) to a later one (excluded). */
public record Period(Instant start, Instant end) {

    public Period {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("a period ends after it starts: " + start + " to " + end);
        }
    }

    public static Period of(Instant start, Duration length) {
        return new Period(start, start.plus(length));
    }

    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** From the earlier start to the later end of both. */
    public Period spanning(Period other) {
        return new Period(start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
