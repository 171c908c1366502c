package fr.quartdheure.reception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who is on the line. Stored and spoken as its lower-case name. */
public enum Caller {
    SELF,
    RELATIVE,
    PROFESSIONAL,
    PHARMACY,
    INSTITUTION,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Caller of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no such caller: " + code));
    }

    public static Optional<Caller> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
