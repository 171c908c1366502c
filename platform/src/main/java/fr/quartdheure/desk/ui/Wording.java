package fr.quartdheure.desk.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Hours and days as people say them in one language; Paris time. Immutable. */
public final class Wording {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Wording FRENCH = new Wording(Locale.FRANCE, "EEEE d MMMM", "d MMMM uuuu");
    private static final Wording ENGLISH = new Wording(Locale.UK, "EEEE d MMMM", "d MMMM uuuu");

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter date;

    private Wording(Locale locale, String day, String date) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.date = DateTimeFormatter.ofPattern(date, locale);
    }

    public static Wording in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    /** "9 h 20", "9 h" (French, no-break spaces); "9:20" (English). */
    public String hour(LocalTime time) {
        if (locale.equals(Locale.UK)) {
            return "%d:%02d".formatted(time.getHour(), time.getMinute());
        }
        return time.getMinute() == 0
                ? time.getHour() + "\u00a0h"
                : "%d\u00a0h\u00a0%02d".formatted(time.getHour(), time.getMinute());
    }

    public String hour(Instant instant) {
        return hour(instant.atZone(PARIS).toLocalTime());
    }

    /** "lundi 23 novembre". */
    public String day(LocalDate date) {
        return day.format(date);
    }

    public String day(Instant instant) {
        return day(instant.atZone(PARIS).toLocalDate());
    }

    /** "23 novembre 2026". */
    public String date(LocalDate value) {
        return date.format(value);
    }
}
