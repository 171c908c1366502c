package fr.quartdheure.directory;

import java.util.Locale;

/** What stands at a site. Stored as "health-centre". */
public enum SiteKind {
    MSP,
    HEALTH_CENTRE,
    BOOTH,
    ANTENNA;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static SiteKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
