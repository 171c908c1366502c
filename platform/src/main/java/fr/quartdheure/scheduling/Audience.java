package fr.quartdheure.scheduling;

import java.util.Locale;

/** Who may be shown a free slot, as the national list of slot types has it (TRE_R314). */
public enum Audience {
    /** Everybody: it can be booked on line. */
    PUBLIC,
    /** Every professional. */
    PRO,
    /** Those who steer callers with unscheduled needs: the regulators of the SAS. */
    SNP,
    /** The CPTS that it is offered to. */
    CPTS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Audience of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
