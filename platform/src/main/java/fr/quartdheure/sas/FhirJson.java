package fr.quartdheure.sas;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Writes FHIR as JSON whatever the caller accepts: the national platform still asks for application/json+fhir. */
final class FhirJson {

    static final MediaType TYPE = new MediaType("application", "fhir+json", StandardCharsets.UTF_8);

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private FhirJson() {}

    static ResponseEntity<byte[]> answer(HttpStatusCode status, Object resource) {
        return ResponseEntity.status(status).contentType(TYPE).body(JSON.writeValueAsBytes(resource));
    }

    static String text(Fhir.Resource resource) {
        return JSON.writeValueAsString(resource);
    }
}
