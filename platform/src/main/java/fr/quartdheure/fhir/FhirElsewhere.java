package fr.quartdheure.fhir;

import fr.quartdheure.wire.FhirAddress;
import fr.quartdheure.wire.Outcomes;
import fr.quartdheure.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whatever else is asked under {@code /fhir}. What everybody may read is never written; other resources of FHIR are for
 * callers who prove who they are; the rest does not exist.
 */
@RestController
class FhirElsewhere {

    private static final String READ = "GET, HEAD, OPTIONS";
    private static final String SEARCH = "POST, OPTIONS";

    private final Shelves shelves;
    private final Outcomes outcomes;

    FhirElsewhere(Shelves shelves, Outcomes outcomes) {
        this.shelves = shelves;
        this.outcomes = outcomes;
    }

    @RequestMapping({FhirAddress.PATH, FhirAddress.PATH + "/**"})
    ResponseEntity<byte[]> elsewhere(HttpServletRequest request) {
        String path = request.getRequestURI().substring(FhirAddress.PATH.length());
        String[] parts = path.split("/", -1);
        String type = parts.length > 1 ? parts[1] : "";
        if (shelves.find(type).isPresent() || type.equals("metadata")) {
            return ofPublic(request, path, parts);
        }
        if (!ResourceTypes.ALL.contains(type)) {
            return absent(path);
        }
        return request.getUserPrincipal() == null ? outcomes.unauthorized() : absent(path);
    }

    @RequestMapping(
            path = {FhirReading.OF_TYPE, FhirReading.OF_TYPE + "/{id}", FhirMetadata.PATH},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent().header(HttpHeaders.ALLOW, READ).build();
    }

    private ResponseEntity<byte[]> ofPublic(HttpServletRequest request, String path, String[] parts) {
        boolean exists = parts.length == 2 || parts.length == 3 && !parts[1].equals("metadata");
        if (!exists) {
            return absent(path);
        }
        boolean search = parts.length == 3 && parts[2].equals("_search");
        var refusal = outcomes.of(
                HttpStatus.METHOD_NOT_ALLOWED, "not-supported", "method-not-allowed", "", request.getMethod());
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .header(HttpHeaders.ALLOW, search ? SEARCH : READ)
                .body(refusal.getBody());
    }

    private ResponseEntity<byte[]> absent(String path) {
        return outcomes.of(HttpStatus.NOT_FOUND, "not-supported", "resource-not-served", "", Refused.shown(path));
    }
}
