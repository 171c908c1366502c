package fr.quartdheure.fhir;

import org.jspecify.annotations.Nullable;

/**
 * A value of a token parameter: {@code code}, {@code system|code}, {@code |code}, {@code system|}.
 *
 * @param system null when any will do, empty when none is wanted
 * @param code empty when any will do
 */
record Token(@Nullable String system, String code) {

    static Token of(String value) {
        int bar = value.indexOf('|');
        return bar < 0 ? new Token(null, value) : new Token(value.substring(0, bar), value.substring(bar + 1));
    }

    boolean isOf(String wanted) {
        return system == null || system.equals(wanted);
    }

    boolean is(String wantedSystem, String wantedCode) {
        return isOf(wantedSystem) && (code.equals(wantedCode) || code.isEmpty() && system != null);
    }
}
