package fr.quartdheure.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a call came to. Stored and spoken as its code. */
public enum CallOutcome {
    BOOKED,
    MOVED,
    CANCELLED,
    CALL_BACK,
    SENT_15,
    SENT_ELSEWHERE,
    INFORMED,
    NOBODY_FOUND;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CallOutcome of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no such outcome of a call: " + code));
    }

    public static Optional<CallOutcome> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
