package fr.quartdheure.scheduling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of somebody, told at the end of the day. Stored and spoken as its lower-case name. */
public enum Settlement {
    SEEN,
    ABSENT,
    LATE_CANCELLATION,
    LEFT,
    /** By the rule of the site: nobody said so. */
    AUTOMATIC;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One of those that a person may say. */
    public static Optional<Settlement> find(String code) {
        return Arrays.stream(values())
                .filter(one -> one != AUTOMATIC && one.code().equals(code))
                .findFirst();
    }

    AppointmentStatus status() {
        return this == SEEN ? AppointmentStatus.DONE : AppointmentStatus.NO_SHOW;
    }
}
