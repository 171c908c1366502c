package fr.quartdheure.directory;

import java.util.Locale;

/** What kind of body runs sites or unites those who do. Stored as "health-centre". */
public enum OrganizationKind {
    MSP,
    HEALTH_CENTRE,
    MUNICIPALITY,
    CPTS,
    GIP,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static OrganizationKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
