package fr.quartdheure.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a secretary typed to find somebody: a name, a birth date, a phone number, in any order.
 *
 * @param name the rest of the text, possibly empty
 * @param phone E.164
 */
public record PatientQuery(
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String phone) {

    private static final Pattern DATE = Pattern.compile(
            "\\b(?<day>\\d{1,2})[/.\\- ](?<month>\\d{1,2})[/.\\- ](?<year>\\d{4})\\b|\\b(?<digits>\\d{8})\\b");
    private static final Pattern PHONE =
            Pattern.compile("(?:(?:\\+|\\b00)33|\\b0)[ .\\-]?[1-9](?:[ .\\-]?\\d{2}){4}\\b");

    public static PatientQuery parse(String typed) {
        String rest = typed.strip();
        String phone = null;
        Matcher number = PHONE.matcher(rest);
        if (number.find()) {
            phone = number.group().replaceAll("[ .\\-]", "").replaceFirst("^(?:\\+33|0033|0)", "+33");
            rest = number.replaceFirst(" ");
        }
        LocalDate birthDate = null;
        Matcher date = DATE.matcher(rest);
        if (date.find()) {
            birthDate = dateOf(date);
            rest = date.replaceFirst(" ");
        }
        return new PatientQuery(rest.strip(), birthDate, phone);
    }

    /** Whether there is enough to search with: three letters, a date or a number. */
    public boolean isEnough() {
        return name.length() >= 3 || birthDate != null || phone != null;
    }

    private static @Nullable LocalDate dateOf(Matcher date) {
        String digits = date.group("digits");
        try {
            return digits == null
                    ? LocalDate.of(number(date, "year"), number(date, "month"), number(date, "day"))
                    : LocalDate.parse(
                            digits, DateTimeFormatter.ofPattern("ddMMuuuu").withResolverStyle(ResolverStyle.STRICT));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher date, String part) {
        return Integer.parseInt(date.group(part));
    }
}
