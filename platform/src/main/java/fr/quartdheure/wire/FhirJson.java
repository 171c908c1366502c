package fr.quartdheure.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Writes FHIR as JSON whatever the caller accepts: the national platform still asks for application/json+fhir. */
public final class FhirJson {

    public static final MediaType TYPE = new MediaType("application", "fhir+json", StandardCharsets.UTF_8);

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private FhirJson() {}

    public static ResponseEntity<byte[]> answer(HttpStatusCode status, Object resource) {
        return ResponseEntity.status(status).contentType(TYPE).body(bytes(resource));
    }

    public static byte[] bytes(Object resource) {
        return JSON.writeValueAsBytes(resource);
    }

    /** A part that is written many times over. */
    public static RawValue part(Object value) {
        return new RawValue(new SerializedString(JSON.writeValueAsString(value)));
    }

    public static String text(Fhir.Resource resource) {
        return JSON.writeValueAsString(resource);
    }
}
