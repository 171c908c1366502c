package fr.quartdheure.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A secret that an authenticator app may take, not kept yet.
 *
 * @param secret in Base32, for the app
 * @param sealed the same, readable by the platform alone, for the form that brings it back
 */
public record Proposal(String secret, String sealed) {

    /** In groups of four letters, for who types it. */
    public String spelled() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** As the picture holds it (the "Key URI Format" that all apps read). */
    public String uri(String login) {
        String issuer = encoded("Quart d’heure");
        return "otpauth://totp/" + issuer + ":" + encoded(login) + "?secret=" + secret + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=6&period=30";
    }

    @Override
    public String toString() {
        return "Proposal[not told]";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
