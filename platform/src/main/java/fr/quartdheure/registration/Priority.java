package fr.quartdheure.registration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The public list of those whom a site may choose to serve first. Being in one of the classes that it chose is all that
 * counts: nobody comes further ahead by being in two, and no score is made of them.
 */
public enum Priority {
    /** Her médecin traitant retired, moved away or stopped. */
    DOCTOR_LEFT,
    /** She says that she has a long-term condition (ALD); which one is nobody's business here. */
    LONG_TERM,
    PREGNANT,
    YOUNG_CHILD,
    ELDER;

    /** A child before her sixth birthday, as for the fees of young children. */
    public static final int YOUNG_UNTIL = 6;

    public static final int ELDER_FROM = 75;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Priority> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    static Set<Priority> of(Collection<String> codes) {
        Set<Priority> all = EnumSet.noneOf(Priority.class);
        codes.forEach(code -> find(code).ifPresent(all::add));
        return all;
    }

    static String[] codes(Collection<Priority> all) {
        return all.stream().map(Priority::code).toArray(String[]::new);
    }

    /** The classes that a person is in on a day: those she says, and those that her age says. */
    public static Set<Priority> of(Set<Priority> said, LocalDate born, LocalDate today) {
        Set<Priority> all = EnumSet.noneOf(Priority.class);
        said.stream().filter(one -> one != YOUNG_CHILD && one != ELDER).forEach(all::add);
        if (born.plusYears(YOUNG_UNTIL).isAfter(today)) {
            all.add(YOUNG_CHILD);
        }
        if (!born.plusYears(ELDER_FROM).isAfter(today)) {
            all.add(ELDER);
        }
        return all;
    }
}
