package fr.quartdheure.time;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The eleven public holidays of metropolitan France (Code du travail, L3133-1); three follow Easter. */
public enum PublicHoliday {
    NEW_YEAR,
    EASTER_MONDAY,
    LABOUR_DAY,
    VICTORY_1945,
    ASCENSION,
    WHIT_MONDAY,
    NATIONAL_DAY,
    ASSUMPTION,
    ALL_SAINTS,
    ARMISTICE_1918,
    CHRISTMAS;

    private static final List<PublicHoliday> ALL = List.of(values());

    /** The holiday of a day, if it is one. */
    public static Optional<PublicHoliday> on(LocalDate day) {
        return ALL.stream()
                .filter(holiday -> holiday.in(day.getYear()).equals(day))
                .findFirst();
    }

    /** The day of this holiday in a year of the Gregorian calendar. */
    public LocalDate in(int year) {
        return switch (this) {
            case NEW_YEAR -> LocalDate.of(year, Month.JANUARY, 1);
            case EASTER_MONDAY -> easter(year).plusDays(1);
            case LABOUR_DAY -> LocalDate.of(year, Month.MAY, 1);
            case VICTORY_1945 -> LocalDate.of(year, Month.MAY, 8);
            case ASCENSION -> easter(year).plusDays(39);
            case WHIT_MONDAY -> easter(year).plusDays(50);
            case NATIONAL_DAY -> LocalDate.of(year, Month.JULY, 14);
            case ASSUMPTION -> LocalDate.of(year, Month.AUGUST, 15);
            case ALL_SAINTS -> LocalDate.of(year, Month.NOVEMBER, 1);
            case ARMISTICE_1918 -> LocalDate.of(year, Month.NOVEMBER, 11);
            case CHRISTMAS -> LocalDate.of(year, Month.DECEMBER, 25);
        };
    }

    /** The key of its name in the messages, as {@code holiday.easter-monday}. */
    public String nameKey() {
        return "holiday." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int monthAndDay = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
