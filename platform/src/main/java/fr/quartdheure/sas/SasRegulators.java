package fr.quartdheure.sas;

import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.QueryText;
import fr.quartdheure.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST} and {@code PUT /fhir/sas/Practitioner}: the accounts of regulators (INT_R02). */
@RestController
class SasRegulators {

    private static final String PATH = SasAddress.PATH + "/Practitioner";
    private static final String IDENTIFIER = "identifier";
    private static final String WHERE = "Practitioner.identifier";
    private static final Set<String> JSON =
            Set.of("application/json", "application/fhir+json", "application/json+fhir");

    private final Regulators regulators;
    private final SasAddress address;
    private final SasSettings settings;

    SasRegulators(Regulators regulators, SasAddress address, SasSettings settings) {
        this.regulators = regulators;
        this.address = address;
        this.settings = settings;
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> create(HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body) {
        Regulator told = read(request, body);
        UUID id = regulators.add(told).orElseThrow(SasRegulators::taken);
        return answer(HttpStatus.CREATED, id, told);
    }

    @PutMapping(PATH)
    ResponseEntity<byte[]> update(HttpServletRequest request, @RequestBody(required = false) byte @Nullable [] body) {
        Regulator.Number asked = asked(QueryText.of(request.getQueryString()).values(IDENTIFIER));
        Regulator told = read(request, body);
        return switch (regulators.save(asked, told)) {
            case Regulators.Saved.Done done ->
                answer(done.added() ? HttpStatus.CREATED : HttpStatus.OK, done.id(), told);
            case Regulators.Saved.NumberTaken _taken -> throw taken();
        };
    }

    private static Regulator read(HttpServletRequest request, byte @Nullable [] body) {
        checkType(request.getContentType());
        if (body == null) {
            throw Refused.malformed("body-unreadable", "");
        }
        return RegulatorReading.read(body);
    }

    private static void checkType(@Nullable String written) {
        MediaType type = written == null ? MediaType.ALL : MediaType.parseMediaType(written);
        if (!JSON.contains(type.getType() + "/" + type.getSubtype())) {
            throw Refused.type("content-type-unsupported");
        }
    }

    private static Regulator.Number asked(List<String> identifiers) {
        if (identifiers.size() != 1) {
            throw Refused.missing("number-missing", IDENTIFIER);
        }
        String asked = identifiers.getFirst().strip();
        int bar = asked.indexOf('|');
        if (bar < 0 || bar == asked.length() - 1) {
            throw Refused.malformed("number-malformed", IDENTIFIER, Refused.shown(asked));
        }
        String system = asked.substring(0, bar);
        return Regulator.Kind.ofSystem(system)
                .map(kind -> new Regulator.Number(kind, asked.substring(bar + 1)))
                .orElseThrow(() -> Refused.rule("system-unknown", IDENTIFIER, Refused.shown(system)));
    }

    private static Refused taken() {
        return Refused.duplicate("number-taken", WHERE);
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, UUID id, Regulator told) {
        var kind = told.number().kind();
        var resource = new SasResources.Regulator(
                id.toString(),
                Fhir.Meta.of(settings.profiles().regulator()),
                List.of(new Fhir.Identifier(
                        Fhir.Concept.of(Codes.IDENTIFIER_TYPE, kind.type()),
                        kind.system(),
                        told.number().value())),
                told.active(),
                List.of(new Fhir.Name(told.familyName(), List.of(told.givenName()))),
                List.of(new Fhir.Contact("email", told.email())));
        var answer = FhirJson.answer(status, resource);
        return ResponseEntity.status(status)
                .headers(answer.getHeaders())
                .location(URI.create(address.base() + "/Practitioner/" + id))
                .body(answer.getBody());
    }
}
