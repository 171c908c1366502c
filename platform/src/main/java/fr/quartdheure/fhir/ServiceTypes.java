package fr.quartdheure.fhir;

import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Kinds of care, by the platform's own codes: "general-practice". Thread-safe. */
@Component
class ServiceTypes {

    /** Where care is given, as HL7 names it, by the mode that slots have. */
    private static final Map<String, String> ACTS = Map.of("on-site", "AMB", "teleconsultation", "VR", "home", "HH");

    private final Services services;
    private final FhirAddress address;

    ServiceTypes(Services services, FhirAddress address) {
        this.services = services;
        this.address = address;
    }

    /** Name of the list of codes. */
    String system() {
        return address.base() + "/CodeSystem/service";
    }

    Fhir.Concept concept(String code) {
        String name = services.find(code).map(Service::nameFr).orElse(code);
        return new Fhir.Concept(List.of(), List.of(new Fhir.Coding(system(), code, name)), name);
    }

    Fhir.Concept act(String mode) {
        return Fhir.Concept.of(Codes.ACT, ACTS.getOrDefault(mode, "AMB"));
    }

    /** The services that a token means. */
    Set<String> codes(Token token) {
        var codes = new HashSet<String>();
        services.list().stream()
                .map(Service::code)
                .filter(code -> token.is(system(), code))
                .forEach(codes::add);
        return codes;
    }

    /** What slots may be for a token to mean them: "general-practice:on-site". */
    Set<String> kinds(Token token) {
        var kinds = new HashSet<String>();
        Collection<String> wanted = codes(token);
        services.list().stream()
                .map(Service::code)
                .forEach(code -> ACTS.forEach((mode, act) -> {
                    if (wanted.contains(code) || token.is(Codes.ACT, act)) {
                        kinds.add(code + ":" + mode);
                    }
                }));
        return kinds;
    }
}
