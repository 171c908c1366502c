package fr.quartdheure.desk.patient;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactReading;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.scheduling.BookingRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed on the identity screen, as it was typed.
 *
 * @param who self, child or relative
 * @param channel email or sms
 */
public record IdentityForm(
        @Nullable String who,
        @Nullable String birthName,
        @Nullable String firstNames,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable String channel,
        @Nullable String email,
        @Nullable String phone,
        Boolean informed,
        Boolean reminder) {

    /** A box that is not ticked is absent from the form. */
    public IdentityForm {
        informed = Boolean.TRUE.equals(informed);
        reminder = Boolean.TRUE.equals(reminder);
    }

    public static final IdentityForm EMPTY =
            new IdentityForm("self", null, null, null, null, "email", null, null, false, true);
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})");
    private static final int MAJORITY = 18;

    public boolean byText() {
        return "sms".equals(channel);
    }

    public boolean is(String whom) {
        return whom.equals(who == null ? "self" : who);
    }

    /** Field name → key of the sentence that says what is wrong; empty when all is well. */
    public Map<String, String> errors(LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (birthName == null || !Identity.isName(birthName)) {
            errors.put("birthName", "identity.refused.birthName");
        }
        if (firstNames == null || !Identity.isName(firstNames)) {
            errors.put("firstNames", "identity.refused.firstNames");
        }
        birthDateError(today).ifPresent(key -> errors.put("birthDate", key));
        if (sex == null || Sex.find(sex).isEmpty()) {
            errors.put("sex", "identity.refused.sex");
        }
        if (contact() instanceof ContactReading.Refused refused) {
            errors.put(byText() ? "phone" : "email", refused.reason().messageKey());
        }
        if (!informed) {
            errors.put("informed", "identity.refused.informed");
        }
        return errors;
    }

    public BookingRequest request() {
        ContactReading.Understood contact = (ContactReading.Understood) contact();
        return new BookingRequest(
                new Identity(
                        text(birthName),
                        text(firstNames),
                        date().orElseThrow(),
                        Sex.find(text(sex)).orElseThrow()),
                contact.contact(),
                is("child") ? "child" : is("relative") ? "relative" : "self",
                null,
                reminder);
    }

    private ContactReading contact() {
        return byText() ? Contact.read(Channel.SMS, text(phone)) : Contact.read(Channel.EMAIL, text(email));
    }

    private Optional<String> birthDateError(LocalDate today) {
        if (text(birthDate).isBlank() || !DATE.matcher(text(birthDate).strip()).matches()) {
            return Optional.of("identity.refused.birthDate.form");
        }
        Optional<LocalDate> date = date();
        if (date.isEmpty()) {
            return Optional.of("identity.refused.birthDate.absent");
        }
        if (date.get().isAfter(today) || date.get().getYear() < 1880) {
            return Optional.of("identity.refused.birthDate.range");
        }
        boolean minor = date.get().plusYears(MAJORITY).isAfter(today);
        return is("child") && !minor ? Optional.of("identity.refused.birthDate.adult") : Optional.empty();
    }

    private Optional<LocalDate> date() {
        Matcher parts = DATE.matcher(text(birthDate).strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
