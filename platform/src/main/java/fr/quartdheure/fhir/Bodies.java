package fr.quartdheure.fhir;

import fr.quartdheure.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Resources that callers send. */
final class Bodies {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> TYPES =
            Set.of("application/json", "application/fhir+json", "application/json+fhir");
    private static final int LARGEST = 64 * 1024;

    private Bodies() {}

    /** @throws Refused when it is no JSON, too large, or not of this type of resource */
    static JsonNode read(HttpServletRequest request, String type) throws IOException {
        checkType(request.getContentType());
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw Refused.tooLarge(LARGEST / 1024);
        }
        JsonNode resource = parsed(body);
        if (!resource.isObject() || !type.equals(Elements.text(resource.path("resourceType")))) {
            throw Refused.malformed("resource-of-another-type", type, type);
        }
        return resource;
    }

    private static void checkType(@Nullable String written) {
        MediaType type = written == null ? MediaType.ALL : MediaType.parseMediaType(written);
        if (!TYPES.contains(type.getType() + "/" + type.getSubtype())) {
            throw Refused.type("content-type-unsupported");
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read == null) {
                throw Refused.malformed("body-unreadable", "");
            }
            return read;
        } catch (JacksonException e) {
            throw Refused.malformed("body-unreadable", "");
        }
    }
}
