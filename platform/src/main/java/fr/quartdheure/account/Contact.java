package fr.quartdheure.account;

import fr.quartdheure.account.ContactReading.Reason;
import fr.quartdheure.account.ContactReading.Refused;
import fr.quartdheure.account.ContactReading.Understood;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address or a phone number in one written form, however it was typed.
 *
 * @param value the address with its domain in lower case, or the number as in "+33639981234"
 */
public record Contact(Channel channel, String value) {

    /** Looser than the standard, which almost nobody uses in full; strict enough that no header can be slipped in. */
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}\\.)+[a-z0-9-]{1,62}[a-z0-9]");

    private static final int LONGEST_EMAIL = 254;
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern FRENCH = Pattern.compile("\\+33[1-9][0-9]{8}");
    private static final Pattern FRENCH_MOBILE = Pattern.compile("\\+33[67][0-9]{8}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\u00a0\u202f.()/-]");

    public Contact {
        boolean normal = switch (channel) {
            case EMAIL -> EMAIL.matcher(value).matches() && value.length() <= LONGEST_EMAIL;
            case SMS -> PHONE.matcher(value).matches();
        };
        if (!normal) {
            throw new IllegalArgumentException("not a contact in its normal form: " + channel + " " + value);
        }
    }

    public static ContactReading read(Channel channel, String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Refused(Reason.EMPTY);
        }
        return switch (channel) {
            case EMAIL -> email(text);
            case SMS -> phone(text);
        };
    }

    /** @throws IllegalArgumentException when the text is not such a contact */
    public static Contact of(Channel channel, String typed) {
        return switch (read(channel, typed)) {
            case Understood understood -> understood.contact();
            case Refused refused -> throw new IllegalArgumentException("not a contact: " + refused.reason());
        };
    }

    private static ContactReading email(String text) {
        int at = text.lastIndexOf('@');
        String normal =
                at < 0 ? text : text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
        boolean dots = normal.startsWith(".") || normal.contains("..") || normal.contains(".@");
        return !dots
                        && normal.length() <= LONGEST_EMAIL
                        && EMAIL.matcher(normal).matches()
                ? new Understood(new Contact(Channel.EMAIL, normal))
                : new Refused(Reason.NOT_AN_EMAIL);
    }

    private static ContactReading phone(String text) {
        String digits = SEPARATORS.matcher(text.replace("(0)", "")).replaceAll("");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        } else if (digits.startsWith("0")) {
            digits = "+33" + digits.substring(1);
        }
        if (digits.startsWith("+330")) {
            digits = "+33" + digits.substring(4);
        }
        if (!PHONE.matcher(digits).matches()
                || (digits.startsWith("+33") && !FRENCH.matcher(digits).matches())) {
            return new Refused(Reason.NOT_A_PHONE);
        }
        return digits.startsWith("+33") && !FRENCH_MOBILE.matcher(digits).matches()
                ? new Refused(Reason.NOT_A_MOBILE)
                : new Understood(new Contact(Channel.SMS, digits));
    }
}
