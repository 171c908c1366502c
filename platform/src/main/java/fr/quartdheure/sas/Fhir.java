package fr.quartdheure.sas;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** The parts of FHIR R4 that this interface writes, and nothing more of them; what is null or empty is not written. */
final class Fhir {

    private Fhir() {}

    /** A resource says its own type. */
    @JsonPropertyOrder({"resourceType", "id", "meta"})
    interface Resource {
        String resourceType();

        @Nullable
        String id();
    }

    record Meta(List<String> profile, List<Coding> security) {
        static Meta of(String profile) {
            return new Meta(List.of(profile), List.of());
        }
    }

    record Coding(String system, String code) {}

    record Concept(
            List<Extension> extension,
            List<Coding> coding,
            @Nullable String text) {
        static Concept of(String system, String code) {
            return new Concept(List.of(), List.of(new Coding(system, code)), null);
        }

        static Concept of(String text) {
            return new Concept(List.of(), List.of(), text);
        }
    }

    record Extension(String url, Reference valueReference) {}

    record Identifier(@Nullable Concept type, String system, String value) {}

    record Reference(@Nullable String reference, @Nullable Identifier identifier) {
        static Reference to(String type, Object id) {
            return new Reference(type + "/" + id, null);
        }
    }

    record Name(String family, List<String> given) {}

    record Contact(String system, String value) {}

    record Address(List<String> line, String city, @Nullable String postalCode) {}

    /** The parts that thousands of slots share are written once, as JSON. */
    record Slot(
            String id,
            RawValue meta,
            RawValue serviceType,
            RawValue specialty,
            RawValue appointmentType,
            RawValue schedule,
            String status,
            String start,
            String end,
            String comment)
            implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Slot";
        }
    }

    record Schedule(String id, Meta meta, List<Reference> actor) implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Schedule";
        }
    }

    record Practitioner(String id, Meta meta, List<Identifier> identifier, List<Name> name) implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Practitioner";
        }
    }

    /** The same resource, as the profile of regulators has it. */
    record Regulator(
            String id, Meta meta, List<Identifier> identifier, boolean active, List<Name> name, List<Contact> telecom)
            implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Practitioner";
        }
    }

    /** What became of a time that a regulator took: nobody's identity. */
    record Appointment(
            Meta meta,
            List<Extension> extension,
            List<Identifier> identifier,
            String status,
            String start,
            String end,
            String created,
            List<Participant> participant)
            implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Appointment";
        }

        @Override
        public @Nullable String id() {
            return null;
        }
    }

    record Participant(Reference actor, String status) {}

    record PractitionerRole(
            String id,
            Meta meta,
            List<Location> contained,
            Reference practitioner,
            Reference organization,
            List<Reference> location,
            List<Contact> telecom)
            implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "PractitionerRole";
        }
    }

    record Location(String id, Meta meta, List<Identifier> identifier, Address address) implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Location";
        }
    }

    record HealthcareService(String id, Meta meta, Reference providedBy) implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "HealthcareService";
        }
    }

    record Organization(String id, Meta meta, List<Identifier> identifier, String name, List<Contact> telecom)
            implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Organization";
        }
    }

    record Bundle(String id, Meta meta, String type, int total, List<Link> link, List<Entry> entry)
            implements Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Bundle";
        }
    }

    record Link(String relation, String url) {}

    record Entry(String fullUrl, Resource resource, Search search) {}

    record Search(String mode) {}

    record OperationOutcome(@JsonProperty String resourceType, List<Issue> issue) {}

    record Issue(
            String severity,
            String code,
            Concept details,
            String diagnostics,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> expression) {}
}
