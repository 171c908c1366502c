package fr.quartdheure.sas;

import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Refused;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a regulator from a FHIR Practitioner: each element exactly once, or a refusal that names it. */
final class RegulatorReading {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int LONGEST = 254;

    private RegulatorReading() {}

    /** @throws Refused when it is no such resource */
    static Regulator read(byte[] body) {
        JsonNode resource = parsed(body);
        if (!resource.isObject() || !"Practitioner".equals(text(resource.path("resourceType")))) {
            throw Refused.malformed("no-practitioner", "Practitioner");
        }
        JsonNode source = resource.path("meta").path("source");
        if (!source.isMissingNode() && !Codes.PLATFORM.equals(text(source))) {
            throw Refused.rule("source-unknown", "Practitioner.meta.source", Codes.PLATFORM);
        }
        JsonNode name = one(resource, "name", "Practitioner.name");
        return new Regulator(
                number(one(resource, "identifier", "Practitioner.identifier")),
                active(resource),
                required(name.path("family"), "Practitioner.name.family"),
                required(one(name, "given", "Practitioner.name.given"), "Practitioner.name.given"),
                email(one(resource, "telecom", "Practitioner.telecom")));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read == null || read.isMissingNode()) {
                throw Refused.malformed("body-unreadable", "");
            }
            return read;
        } catch (JacksonException e) {
            throw Refused.malformed("body-unreadable", "");
        }
    }

    private static Regulator.Number number(JsonNode identifier) {
        String system = required(identifier.path("system"), "Practitioner.identifier.system");
        Regulator.Kind kind = Regulator.Kind.ofSystem(system)
                .orElseThrow(
                        () -> Refused.rule("system-unknown", "Practitioner.identifier.system", Refused.shown(system)));
        JsonNode coding = one(identifier.path("type"), "coding", "Practitioner.identifier.type");
        String type = required(coding.path("code"), "Practitioner.identifier.type");
        if (!kind.type().equals(type)) {
            throw Refused.rule(
                    "type-of-another-system", "Practitioner.identifier.type", Refused.shown(type), kind.type(), system);
        }
        return new Regulator.Number(kind, required(identifier.path("value"), "Practitioner.identifier.value"));
    }

    private static boolean active(JsonNode resource) {
        JsonNode active = resource.path("active");
        if (active.isMissingNode() || active.isNull()) {
            throw Refused.rule("element-missing", "Practitioner.active", "Practitioner.active");
        }
        if (!active.isBoolean()) {
            throw Refused.rule("element-malformed", "Practitioner.active", "Practitioner.active");
        }
        return active.booleanValue();
    }

    private static String email(JsonNode telecom) {
        String system = required(telecom.path("system"), "Practitioner.telecom.system");
        if (!"email".equals(system)) {
            throw Refused.rule("telecom-no-email", "Practitioner.telecom.system", Refused.shown(system));
        }
        String value = required(telecom.path("value"), "Practitioner.telecom.value");
        return checked(value, "Practitioner.telecom.value", EMAIL.asMatchPredicate());
    }

    /** The one element of a list. */
    private static JsonNode one(JsonNode parent, String field, String where) {
        JsonNode list = parent.path(field);
        if (list.isMissingNode() || list.isNull() || (list.isArray() && list.isEmpty())) {
            throw Refused.rule("element-missing", where, where);
        }
        if (!list.isArray() || list.size() > 1) {
            throw Refused.rule("element-not-once", where, where);
        }
        return list.get(0);
    }

    private static String required(JsonNode node, String where) {
        String text = text(node).strip();
        if (text.isEmpty()) {
            throw Refused.rule("element-missing", where, where);
        }
        return checked(text, where, any -> true);
    }

    private static String checked(String text, String where, Predicate<String> form) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0 || !form.test(text)) {
            throw Refused.rule("element-malformed", where, where);
        }
        return text;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }
}
