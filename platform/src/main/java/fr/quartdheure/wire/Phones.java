package fr.quartdheure.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers as the national platform dials them: +33 and nine digits. */
public final class Phones {

    private static final Pattern FRENCH = Pattern.compile("(?:\\+33|0033|0)([1-9]\\d{8})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.()\\u00a0-]");

    private Phones() {}

    public static Optional<String> international(@Nullable String written) {
        var number =
                FRENCH.matcher(written == null ? "" : BETWEEN.matcher(written).replaceAll(""));
        return number.matches() ? Optional.of("+33" + number.group(1)) : Optional.empty();
    }
}
