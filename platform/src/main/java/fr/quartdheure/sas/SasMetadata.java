package fr.quartdheure.sas;

import fr.quartdheure.wire.FhirJson;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /fhir/sas/metadata}: what this interface does, and nothing that it does not. */
@RestController
class SasMetadata {

    private static final String STATEMENT = """
            {
              "resourceType": "CapabilityStatement",
              "status": "active",
              "date": "2026-11-22",
              "kind": "instance",
              "software": {"name": "Quart d'heure"},
              "implementation": {"description": "SAS: INT_R01, INT_R02, INT_R04", "url": "%s"},
              "fhirVersion": "4.0.1",
              "format": ["application/fhir+json"],
              "rest": [{
                "mode": "server",
                "security": {"description": "Mutual TLS with a list of callers, unless the operator serves it without"},
                "resource": [{
                  "type": "Slot",
                  "supportedProfile": ["%s", "%s"],
                  "interaction": [{"code": "search-type"}],
                  "searchInclude": ["Slot:schedule", "Schedule:actor", "Slot:service-type-reference",
                    "HealthcareService:organization"],
                  "searchParam": [
                    {"name": "start", "type": "date", "documentation": "ge and le, both required"},
                    {"name": "status", "type": "token", "documentation": "free, required"},
                    {"name": "schedule", "type": "reference",
                      "documentation": "schedule.actor:Practitioner.identifier, 1 to %d values, required"}]
                }, {
                  "type": "Practitioner",
                  "supportedProfile": ["%s"],
                  "interaction": [{"code": "create"}, {"code": "update", "documentation": "conditional only"}],
                  "conditionalUpdate": true,
                  "searchParam": [{"name": "identifier", "type": "token"}]
                }]
              }]
            }
            """;

    private final SasAddress address;
    private final SasSettings settings;

    SasMetadata(SasAddress address, SasSettings settings) {
        this.address = address;
        this.settings = settings;
    }

    @GetMapping(SasAddress.PATH + "/metadata")
    ResponseEntity<byte[]> capabilities() {
        var profiles = settings.profiles();
        String statement = STATEMENT.formatted(
                address.base(), profiles.slot(), profiles.cptsSlot(), settings.practitioners(), profiles.regulator());
        return ResponseEntity.ok().contentType(FhirJson.TYPE).body(statement.getBytes(StandardCharsets.UTF_8));
    }
}
