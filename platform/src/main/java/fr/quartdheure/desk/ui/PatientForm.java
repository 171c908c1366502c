package fr.quartdheure.desk.ui;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactReading;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Sex;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at a desk typed about a caller who is new.
 *
 * @param sure whether she saw those who are alike and means somebody else
 */
public record PatientForm(
        @Nullable String birthName,
        @Nullable String firstNames,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Boolean sure) {

    /** Before anybody typed. */
    public static final PatientForm EMPTY = new PatientForm(null, null, null, null, null, null, null);

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.\\- ]?(\\d{1,2})[/.\\- ]?(\\d{4})");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    public boolean isSure() {
        return Boolean.TRUE.equals(sure);
    }

    public static String written(@Nullable LocalDate date) {
        return date == null ? "" : WRITTEN.format(date);
    }

    /** As it stands before anybody submitted it: nothing is refused. */
    public Read untouched() {
        return with(Map.of());
    }

    public Read read(LocalDate today) {
        Map<String, String> refusals = new LinkedHashMap<>();
        refuse(refusals, "birthName", Identity.isName(text(birthName)));
        refuse(refusals, "firstNames", Identity.isName(text(firstNames)));
        refuse(
                refusals,
                "birthDate",
                dateOf(text(birthDate))
                        .filter(born -> !born.isAfter(today) && !born.isBefore(OLDEST))
                        .isPresent());
        refuse(refusals, "sex", Sex.find(text(sex)).isPresent());
        refuse(refusals, "phone", text(phone).isEmpty() || phoneOf(text(phone)).isPresent());
        refuse(refusals, "email", text(email).isEmpty() || emailOf(text(email)).isPresent());
        return with(refusals);
    }

    private static void refuse(Map<String, String> refusals, String field, boolean understood) {
        if (!understood) {
            refusals.put(field, "desk.new.refused." + field);
        }
    }

    private Read with(Map<String, String> refusals) {
        return new Read(
                text(birthName), text(firstNames), text(birthDate), text(sex), text(phone), text(email), refusals);
    }

    private static Optional<LocalDate> dateOf(String typed) {
        Matcher date = DATE.matcher(typed);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.group(3)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** E.164; a landline too, unlike for a code by SMS. */
    public static Optional<String> phoneOf(String typed) {
        String digits = typed.replace("(0)", "").replaceAll("[\\s\u00a0\u202f.()/-]", "");
        String normal = digits.startsWith("00")
                ? "+" + digits.substring(2)
                : digits.startsWith("0") ? "+33" + digits.substring(1) : digits;
        boolean french = !normal.startsWith("+33") || normal.matches("\\+33[1-9]\\d{8}");
        return french && PHONE.matcher(normal).matches() ? Optional.of(normal) : Optional.empty();
    }

    private static Optional<String> emailOf(String typed) {
        return Contact.read(Channel.EMAIL, typed) instanceof ContactReading.Understood understood
                ? Optional.of(understood.contact().value())
                : Optional.empty();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /**
     * The same, judged.
     *
     * @param refusals message of each refused field, by the field's name, in the order of the form
     */
    public record Read(
            String birthName,
            String firstNames,
            String birthDate,
            String sex,
            String phone,
            String email,
            Map<String, String> refusals) {

        public @Nullable String refusal(String field) {
            return refusals.get(field);
        }

        /** The field that takes the cursor: the first one refused, or the first one empty. */
        public boolean first(String field) {
            if (!refusals.isEmpty()) {
                return refusals.keySet().iterator().next().equals(field);
            }
            return (birthName.isEmpty() ? "birthName" : "firstNames").equals(field);
        }

        public Identity identity() {
            return new Identity(
                    birthName,
                    firstNames,
                    dateOf(birthDate).orElseThrow(),
                    Sex.find(sex).orElseThrow());
        }

        public @Nullable String normalPhone() {
            return phone.isEmpty() ? null : phoneOf(phone).orElseThrow();
        }

        public @Nullable String normalEmail() {
            return email.isEmpty() ? null : emailOf(email).orElseThrow();
        }
    }
}
