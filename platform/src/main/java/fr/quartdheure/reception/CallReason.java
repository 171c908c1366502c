package fr.quartdheure.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody calls, chosen from a list, never written freely. Stored and spoken as its lower-case name. */
public enum CallReason {
    APPOINTMENT,
    UNSCHEDULED,
    MOVE,
    CANCEL,
    RESULTS,
    PRESCRIPTION,
    CERTIFICATE,
    REGISTRATION,
    VISIT,
    PROFESSIONAL,
    INFORMATION,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CallReason of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no such reason of a call: " + code));
    }

    public static Optional<CallReason> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
