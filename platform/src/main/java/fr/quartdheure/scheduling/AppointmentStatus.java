package fr.quartdheure.scheduling;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where an appointment stands; a hold is one whose owner is not yet known (FHIR AppointmentStatus in the glossary). */
public enum AppointmentStatus {
    HELD,
    AWAITING_CODE,
    BOOKED,
    ARRIVED,
    IN_CONSULTATION,
    DONE,
    NO_SHOW,
    CANCELLED,
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static AppointmentStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What the front desk may make of it next; undoing a step is a step back. */
    public Set<AppointmentStatus> next() {
        return switch (this) {
            case BOOKED -> EnumSet.of(ARRIVED, IN_CONSULTATION, NO_SHOW);
            case ARRIVED -> EnumSet.of(BOOKED, IN_CONSULTATION, NO_SHOW);
            case IN_CONSULTATION -> EnumSet.of(ARRIVED, DONE);
            case DONE -> EnumSet.of(IN_CONSULTATION);
            case NO_SHOW -> EnumSet.of(BOOKED, ARRIVED);
            case HELD, AWAITING_CODE, CANCELLED, EXPIRED -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }
}
