package fr.quartdheure.geo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How people type a name and how registers write it, brought to one form: "St-Éloi" and "saint eloi" are the same. */
final class PlainName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern SAINTE = Pattern.compile("\\bste\\b");
    private static final Pattern SAINT = Pattern.compile("\\bst\\b");

    private PlainName() {}

    /** Small letters without accent, digits, and one blank between words; empty when nothing of it is left. */
    static String of(String text) {
        String small =
                text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").toLowerCase(Locale.ROOT);
        String bare =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
        String words = BETWEEN.matcher(bare).replaceAll(" ").strip();
        return SAINT.matcher(SAINTE.matcher(words).replaceAll("sainte")).replaceAll("saint");
    }
}
