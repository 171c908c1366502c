package fr.quartdheure.calendar;

import java.util.List;
import java.util.Locale;

/** Which program reads a feed, as far as a person wants to know it. */
final class Reader {

    private static final int LONGEST = 60;
    private static final List<String> KNOWN = List.of(
            "Google-Calendar", "Outlook", "Thunderbird", "ICSx5", "DAVx5", "Nextcloud", "Zimbra", "iOS", "macOS");

    private Reader() {}

    /** The program's usual name where it is known, else the first word that it says of itself. */
    static String of(String agent) {
        String said = agent.replaceAll("[^\\x20-\\x7e]", "").strip();
        String small = said.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(name -> small.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> firstWord(said));
    }

    private static String firstWord(String said) {
        String word = said.split(" ", 2)[0];
        return word.isEmpty() ? "?" : word.substring(0, Math.min(word.length(), LONGEST));
    }
}
