package fr.quartdheure.factor;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** The letters in which authenticator apps take a secret (RFC 4648 §6, without padding). */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String text(byte[] bytes) {
        var text = new StringBuilder();
        long held = 0;
        int bits = 0;
        for (byte one : bytes) {
            held = (held << 8 | one & 0xff) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt((int) (held >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((int) (held << 5 - bits) & 31));
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when it holds anything but its letters, spaces, hyphens and padding */
    static byte[] bytes(String text) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter :
                text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT).toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("a secret is written with A to Z and 2 to 7, not with " + letter);
            }
            held = (held << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
            }
        }
        return bytes.toByteArray();
    }
}
