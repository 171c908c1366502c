package fr.quartdheure.fhir;

import fr.quartdheure.client.ClientNumber;
import fr.quartdheure.wire.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Elements of a resource that a caller sent; what has another form than FHIR gives it is refused where it stands. */
final class Elements {

    private Elements() {}

    /** Empty when it is absent or no text. */
    static String text(JsonNode node) {
        return node.isString() ? node.stringValue().strip() : "";
    }

    /** @throws Refused when it is there and no text */
    static String text(JsonNode parent, String field, String where) {
        JsonNode node = parent.path(field);
        if (!node.isMissingNode() && !node.isString()) {
            throw Refused.rule("element-malformed", where, where);
        }
        return text(node);
    }

    /** The elements of a list; an absent one is empty. */
    static List<JsonNode> list(JsonNode parent, String field, String where) {
        JsonNode node = parent.path(field);
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw Refused.rule("element-malformed", where, where);
        }
        var all = new ArrayList<JsonNode>();
        for (JsonNode one : node) {
            if (!one.isObject()) {
                throw Refused.rule("element-malformed", where, where);
            }
            all.add(one);
        }
        return all;
    }

    /** The caller's own number: none, or exactly one with its system. */
    static @Nullable ClientNumber number(JsonNode resource, String where) {
        List<JsonNode> all = list(resource, "identifier", where);
        if (all.isEmpty()) {
            return null;
        }
        if (all.size() > 1) {
            throw Refused.rule("element-not-once", where, where);
        }
        String system = text(all.getFirst(), "system", where + ".system");
        String value = text(all.getFirst(), "value", where + ".value");
        return number(system, value).orElseThrow(() -> Refused.rule("element-malformed", where, where));
    }

    static Optional<ClientNumber> number(String system, String value) {
        return ClientNumber.isUsable(system) && ClientNumber.isUsable(value)
                ? Optional.of(new ClientNumber(system, value))
                : Optional.empty();
    }

    /** What a parameter "system|value" names. */
    static ClientNumber number(Token token, String where) {
        String system = token.system();
        return number(system == null ? "" : system, token.code())
                .orElseThrow(() -> Refused.malformed("client-number-malformed", where));
    }

    /** The id in a reference to a resource of a type, relative or absolute; empty when it is to another type. */
    static Optional<UUID> reference(JsonNode reference, String type, String where) {
        String written = text(reference, "reference", where);
        String[] parts = written.split("/", -1);
        if (parts.length < 2 || !parts[parts.length - 2].equals(type)) {
            return Optional.empty();
        }
        String id = parts[parts.length - 1];
        if (!Asked.isUuid(id)) {
            throw Refused.rule("reference-unknown", where, Refused.shown(written));
        }
        return Optional.of(UUID.fromString(id));
    }
}
