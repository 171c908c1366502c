package fr.quartdheure.fhir;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactReading;
import fr.quartdheure.client.ClientNumber;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.wire.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A Patient as a client tells her: provisional, whatever the client has seen.
 *
 * @param phone E.164
 */
record PatientTold(
        Identity identity,
        @Nullable ClientNumber number,
        @Nullable String email,
        @Nullable String phone) {

    /** National identity numbers: only the national service gives them, with all their traits. */
    private static final String INS = "urn:oid:1.2.250.1.213.1.4.";

    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern FRENCH = Pattern.compile("0[1-9]\\d{8}");
    private static final String NAME = "Patient.name";
    private static final String TELECOM = "Patient.telecom";

    /** @throws Refused when a trait is missing or has no form that can be followed */
    static PatientTold read(JsonNode resource, LocalDate today) {
        ClientNumber number = Elements.number(resource, "Patient.identifier");
        if (number != null && number.system().startsWith(INS)) {
            throw Refused.rule("ins-not-taken", "Patient.identifier");
        }
        JsonNode name = name(resource);
        return new PatientTold(
                new Identity(
                        nameOf(Elements.text(name, "family", NAME + ".family"), NAME + ".family"),
                        nameOf(given(name), NAME + ".given"),
                        born(Elements.text(resource, "birthDate", "Patient.birthDate"), today),
                        sex(Elements.text(resource, "gender", "Patient.gender"))),
                number,
                email(telecom(resource, "email")),
                phone(telecom(resource, "phone")));
    }

    /** The official one, which is the name at birth, else the only one. */
    private static JsonNode name(JsonNode resource) {
        List<JsonNode> names = Elements.list(resource, "name", NAME);
        return names.stream()
                .filter(one -> "official".equals(Elements.text(one.path("use"))))
                .findFirst()
                .orElseGet(() -> {
                    if (names.size() != 1) {
                        throw Refused.rule(names.isEmpty() ? "element-missing" : "element-not-once", NAME, NAME);
                    }
                    return names.getFirst();
                });
    }

    private static String given(JsonNode name) {
        JsonNode given = name.path("given");
        if (!given.isMissingNode() && !given.isArray()) {
            throw Refused.rule("element-malformed", NAME + ".given", NAME + ".given");
        }
        var all = new ArrayList<String>();
        given.forEach(one -> all.add(Elements.text(one)));
        return String.join(" ", all).strip();
    }

    private static String nameOf(String text, String where) {
        if (text.isEmpty()) {
            throw Refused.rule("element-missing", where, where);
        }
        if (!Identity.isName(text)) {
            throw Refused.rule("element-malformed", where, where);
        }
        return text;
    }

    /** @throws Refused when it is no day, or one on which nobody alive was born */
    static LocalDate born(String text, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isAfter(today) && !day.isBefore(LocalDate.of(1900, 1, 1))) {
                return day;
            }
        } catch (DateTimeException e) {
            // Told with the others, below.
        }
        throw Refused.rule("birth-date-malformed", "Patient.birthDate", Refused.shown(text));
    }

    /** @throws Refused when it is none that identity documents give */
    static Sex sex(String code) {
        return Sex.find(code).orElseThrow(() -> Refused.rule("sex-unknown", "Patient.gender", Refused.shown(code)));
    }

    private static String telecom(JsonNode resource, String system) {
        return Elements.list(resource, "telecom", TELECOM).stream()
                .filter(one -> system.equals(Elements.text(one, "system", TELECOM + ".system")))
                .map(one -> Elements.text(one, "value", TELECOM + ".value"))
                .findFirst()
                .orElse("");
    }

    private static @Nullable String email(String told) {
        if (told.isEmpty()) {
            return null;
        }
        if (Contact.read(Channel.EMAIL, told) instanceof ContactReading.Understood understood) {
            return understood.contact().value();
        }
        throw Refused.rule("element-malformed", TELECOM, TELECOM);
    }

    private static @Nullable String phone(String told) {
        String digits = told.replaceAll("[\\s\u00a0\u202f.()/-]", "").replaceFirst("^00", "+");
        String normal = FRENCH.matcher(digits).matches() ? "+33" + digits.substring(1) : digits;
        if (normal.isEmpty()) {
            return null;
        }
        if (!PHONE.matcher(normal).matches()) {
            throw Refused.rule("element-malformed", TELECOM, TELECOM);
        }
        return normal;
    }
}
