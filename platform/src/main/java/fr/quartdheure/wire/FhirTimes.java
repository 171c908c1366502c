package fr.quartdheure.wire;

import fr.quartdheure.time.Paris;
import java.time.Instant;
import java.time.ZonedDateTime;

/** Instants as French callers read them. */
public final class FhirTimes {

    private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

    private FhirTimes() {}

    /** In Paris, to the millisecond, with the offset of that day. By hand: thousands of times in one answer. */
    public static String written(Instant instant) {
        ZonedDateTime at = instant.atZone(Paris.ZONE);
        var text = new StringBuilder("2026-11-23T09:00:00.000+01:00".length());
        text.append(at.toLocalDate()).append('T');
        padded(text, at.getHour(), 10).append(':');
        padded(text, at.getMinute(), 10).append(':');
        padded(text, at.getSecond(), 10).append('.');
        padded(text, at.getNano() / NANOS_OF_A_MILLISECOND, 100);
        return text.append(at.getOffset().getId()).toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int least) {
        for (int power = least; power > 1 && number < power; power /= 10) {
            text.append('0');
        }
        return text.append(number);
    }
}
