package fr.quartdheure.desk.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Hours and days as people say them in one language; Paris time. Immutable. */
public final class Wording {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Wording FRENCH = new Wording(Locale.FRANCE, "EEEE d MMMM", "d MMMM uuuu");
    private static final Wording ENGLISH = new Wording(Locale.UK, "EEEE d MMMM", "d MMMM uuuu");

    private static final int MINUTES_A_DAY = 24 * 60;

    private final DateTimeFormatter day;
    private final DateTimeFormatter date;

    /** Every minute of a day: a board says two thousand hours. */
    private final List<String> hours;

    private Wording(Locale locale, String day, String date) {
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.date = DateTimeFormatter.ofPattern(date, locale);
        this.hours = IntStream.range(0, MINUTES_A_DAY)
                .mapToObj(minute -> hour(locale, minute / 60, minute % 60))
                .toList();
    }

    public static Wording in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? ENGLISH : FRENCH;
    }

    /** "9 h 20", "9 h" (French, no-break spaces); "9:20" (English). */
    public String hour(LocalTime time) {
        return hours.get(time.getHour() * 60 + time.getMinute());
    }

    private static String hour(Locale locale, int hour, int minute) {
        if (locale.equals(Locale.UK)) {
            return "%d:%02d".formatted(hour, minute);
        }
        return minute == 0 ? hour + "\u00a0h" : "%d\u00a0h\u00a0%02d".formatted(hour, minute);
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
