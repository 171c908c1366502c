package fr.quartdheure.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
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

    private static final Pattern DATE = Pattern.compile("\\b(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})\\b");
    private static final Pattern PHONE = Pattern.compile("(?:\\+33|\\b0)[ .]?[1-9](?:[ .]?\\d{2}){4}\\b");

    public static PatientQuery parse(String typed) {
        String rest = typed.strip();
        String phone = null;
        Matcher number = PHONE.matcher(rest);
        if (number.find()) {
            String digits = number.group().replaceAll("[ .]", "");
            phone = digits.startsWith("0") ? "+33" + digits.substring(1) : digits;
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
        try {
            return LocalDate.of(
                    Integer.parseInt(date.group(3)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
