package fr.quartdheure.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data types of FHIR R4 that are written here, and nothing more of them; what is null or empty is not written. */
public final class Fhir {

    private Fhir() {}

    /** A resource says its own type. */
    @JsonPropertyOrder({"resourceType", "id", "meta"})
    public interface Resource {
        String resourceType();

        @Nullable
        String id();
    }

    /** @param lastUpdated as {@link FhirTimes#written} writes it */
    public record Meta(@Nullable String lastUpdated, List<String> profile, List<Coding> security) {
        public static Meta of(String profile) {
            return new Meta(null, List.of(profile), List.of());
        }
    }

    public record Coding(
            String system, String code, @Nullable String display) {
        public Coding(String system, String code) {
            this(system, code, null);
        }
    }

    public record Concept(
            List<Extension> extension,
            List<Coding> coding,
            @Nullable String text) {
        public static Concept of(String system, String code) {
            return new Concept(List.of(), List.of(new Coding(system, code)), null);
        }

        public static Concept of(String text) {
            return new Concept(List.of(), List.of(), text);
        }
    }

    /** One value at most, or extensions inside it. */
    public record Extension(
            List<Extension> extension,
            String url,
            @Nullable Reference valueReference,
            @Nullable Concept valueCodeableConcept,
            @Nullable Quantity valueDuration) {
        public Extension(String url, Reference valueReference) {
            this(List.of(), url, valueReference, null, null);
        }
    }

    public record Quantity(BigDecimal value, String unit, String system, String code) {}

    public record Identifier(@Nullable String use, @Nullable Concept type, String system, String value) {
        public Identifier(@Nullable Concept type, String system, String value) {
            this(null, type, system, value);
        }
    }

    public record Reference(
            @Nullable String reference,
            @Nullable Identifier identifier,
            @Nullable String display) {
        public Reference(@Nullable String reference, @Nullable Identifier identifier) {
            this(reference, identifier, null);
        }

        public static Reference to(String type, Object id) {
            return new Reference(type + "/" + id, null);
        }
    }

    public record Name(String family, List<String> given) {}

    public record Contact(String system, String value) {}

    public record Address(
            List<String> line,
            String city,
            @Nullable String postalCode,
            @Nullable String country) {
        public Address(List<String> line, String city, @Nullable String postalCode) {
            this(line, city, postalCode, null);
        }
    }

    /** @param total of matches, when it is known */
    public record Bundle(
            @Nullable String id,
            @Nullable Meta meta,
            String type,
            @Nullable Integer total,
            List<Link> link,
            List<Entry> entry)
            implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Bundle";
        }
    }

    public record Link(String relation, String url) {}

    public record Entry(String fullUrl, Resource resource, Search search) {}

    public record Search(String mode) {}

    public record OperationOutcome(@JsonProperty String resourceType, List<Issue> issue) {}

    public record Issue(
            String severity,
            String code,
            Concept details,
            String diagnostics,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> expression) {}
}
