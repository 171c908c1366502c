package fr.quartdheure.calendar;

import java.nio.charset.StandardCharsets;

/** Lines as calendar files have them (RFC 5545, section 3.1). */
public final class Folding {

    private static final int LONGEST_LINE = 75;

    private Folding() {}

    /** Lines of at most 75 bytes, never cut within a letter; the library counts letters, which accents make longer. */
    public static String fold(String text) {
        var folded = new StringBuilder(text.length() + 64);
        for (String line : text.replaceAll("\r?\n[ \t]", "").split("\r?\n")) {
            int length = 0;
            for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
                String letter = Character.toString(line.codePointAt(at));
                int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
                if (length + bytes > LONGEST_LINE) {
                    folded.append("\r\n ");
                    length = 1;
                }
                folded.append(letter);
                length += bytes;
            }
            folded.append("\r\n");
        }
        return folded.toString();
    }
}
