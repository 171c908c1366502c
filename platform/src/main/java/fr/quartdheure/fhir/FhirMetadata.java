package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirAddress;
import fr.quartdheure.wire.QueryText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /fhir/metadata}: what this interface does, told by those who do it. */
@RestController
class FhirMetadata {

    static final String PATH = FhirAddress.PATH + "/metadata";

    private static final String DATE = "2026-11-22";
    private static final String OAUTH = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private final Shelves shelves;
    private final ObjectProvider<Capability> others;
    private final ObjectProvider<Capability.Protection> protection;
    private final FhirAddress address;

    FhirMetadata(
            Shelves shelves,
            ObjectProvider<Capability> others,
            ObjectProvider<Capability.Protection> protection,
            FhirAddress address) {
        this.shelves = shelves;
        this.others = others;
        this.protection = protection;
        this.address = address;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> capabilities(HttpServletRequest request) {
        var formats = QueryText.of(request.getQueryString()).values("_format");
        Answers.checkFormat(request, formats.isEmpty() ? null : formats.getLast());
        List<Type> types = new ArrayList<>();
        shelves.list().forEach(shelf -> types.add(Type.of(shelf)));
        others.orderedStream().forEach(other -> types.add(Type.of(other)));
        var rest = new Rest("server", security(), types);
        return Answers.of(
                request,
                new CapabilityStatement(
                        "active",
                        DATE,
                        "instance",
                        new Software("Quart d'heure"),
                        new Implementation("Access to primary care: agendas and free slots", address.base()),
                        "4.0.1",
                        List.of("application/fhir+json", "json"),
                        List.of(rest)));
    }

    private Security security() {
        var known = protection.getIfAvailable();
        return known == null
                ? new Security(true, List.of(), "What is listed here is public: no token, no cookie")
                : new Security(
                        true,
                        List.of(Fhir.Concept.of(OAUTH, "OAuth")),
                        known.description() + ". Token: " + known.token());
    }

    private record CapabilityStatement(
            String status,
            String date,
            String kind,
            Software software,
            Implementation implementation,
            String fhirVersion,
            List<String> format,
            List<Rest> rest)
            implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "CapabilityStatement";
        }

        @Override
        public @Nullable String id() {
            return null;
        }
    }

    private record Software(String name) {}

    private record Implementation(String description, String url) {}

    private record Rest(String mode, Security security, List<Type> resource) {}

    private record Security(boolean cors, List<Fhir.Concept> service, String description) {}

    /** One type of resource, as the statement has it. */
    private record Type(
            String type,
            List<String> supportedProfile,
            List<Interaction> interaction,
            String versioning,
            @Nullable String conditionalRead,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean conditionalUpdate,
            List<String> searchInclude,
            List<Parameter> searchParam) {

        static Type of(Shelf shelf) {
            return new Type(
                    shelf.type(),
                    shelf.profiles(),
                    List.of(new Interaction("read", ""), new Interaction("search-type", "")),
                    "no-version",
                    "not-match",
                    false,
                    shelf.includes(),
                    parameters(shelf.parameters()));
        }

        static Type of(Capability other) {
            return new Type(
                    other.type(),
                    other.profiles(),
                    other.interactions().stream()
                            .map(one -> new Interaction(one.code(), one.documentation()))
                            .toList(),
                    other.interactions().stream().anyMatch(one -> one.code().equals("update"))
                            ? "versioned"
                            : "no-version",
                    null,
                    other.conditionalUpdate(),
                    other.includes(),
                    parameters(other.parameters()));
        }

        private static List<Parameter> parameters(List<Capability.Parameter> declared) {
            return declared.stream()
                    .map(one -> new Parameter(one.name(), one.type(), one.documentation()))
                    .toList();
        }
    }

    private record Interaction(String code, String documentation) {}

    private record Parameter(String name, String type, String documentation) {}
}
