package fr.quartdheure.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of dialling. Stored and spoken as its lower-case name. */
public enum AttemptResult {
    NO_ANSWER,
    VOICEMAIL,
    BUSY,
    WRONG_NUMBER,
    REACHED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AttemptResult of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no such result of an attempt: " + code));
    }

    public static Optional<AttemptResult> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
