package fr.quartdheure.intake;

import java.util.List;

/**
 * A column that a file may hold under one of several names.
 *
 * @param names as {@link TableFile} brings headers to one form: lower case, no accent, "_" between words, "#" for
 *     any digit ("apl_####" is the APL of some year); the most telling first
 */
public record Column(String title, boolean required, List<String> names) {

    public static Column required(String title, String... names) {
        return new Column(title, true, List.of(names));
    }

    public static Column optional(String title, String... names) {
        return new Column(title, false, List.of(names));
    }
}
