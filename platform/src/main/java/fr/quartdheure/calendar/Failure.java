package fr.quartdheure.calendar;

import java.util.Locale;

/** Why a calendar elsewhere cannot be read; the page has a sentence for each, and what to do. */
public enum Failure {
    /** Anything but https; http is for loopback in a demonstration. */
    NOT_HTTPS,
    /** No such name, or nobody listens there. */
    UNREACHABLE,
    /** It is within the network of the platform, or of nobody. */
    NOT_PUBLIC,
    /** Its certificate is not believed. */
    UNTRUSTED,
    TOO_SLOW,
    TOO_LARGE,
    TOO_MANY_REDIRECTS,
    /** 401, 403, 404, 410: the address was withdrawn, as often as not. */
    GONE,
    /** Any other answer than a file. */
    REFUSED,
    NOT_A_CALENDAR,
    TOO_MANY_EVENTS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Failure of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
