package fr.quartdheure.sas;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.wire.Fhir;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** The resources of this interface, with the elements that the profiles of the SAS ask for. */
final class SasResources {

    private SasResources() {}

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
            implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Slot";
        }
    }

    record Schedule(String id, Fhir.Meta meta, List<Fhir.Reference> actor) implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Schedule";
        }
    }

    record Practitioner(String id, Fhir.Meta meta, List<Fhir.Identifier> identifier, List<Fhir.Name> name)
            implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Practitioner";
        }
    }

    /** The same resource, as the profile of regulators has it. */
    record Regulator(
            String id,
            Fhir.Meta meta,
            List<Fhir.Identifier> identifier,
            boolean active,
            List<Fhir.Name> name,
            List<Fhir.Contact> telecom)
            implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Practitioner";
        }
    }

    /** What became of a time that a regulator took: nobody's identity. */
    record Appointment(
            Fhir.Meta meta,
            List<Fhir.Extension> extension,
            List<Fhir.Identifier> identifier,
            String status,
            String start,
            String end,
            String created,
            List<Participant> participant)
            implements Fhir.Resource {
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

    record Participant(Fhir.Reference actor, String status) {}

    record PractitionerRole(
            String id,
            Fhir.Meta meta,
            List<Location> contained,
            Fhir.Reference practitioner,
            Fhir.Reference organization,
            List<Fhir.Reference> location,
            List<Fhir.Contact> telecom)
            implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "PractitionerRole";
        }
    }

    record Location(String id, Fhir.Meta meta, List<Fhir.Identifier> identifier, Fhir.Address address)
            implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Location";
        }
    }

    record HealthcareService(String id, Fhir.Meta meta, Fhir.Reference providedBy) implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "HealthcareService";
        }
    }

    record Organization(
            String id, Fhir.Meta meta, List<Fhir.Identifier> identifier, String name, List<Fhir.Contact> telecom)
            implements Fhir.Resource {
        @Override
        @JsonProperty
        public String resourceType() {
            return "Organization";
        }
    }
}
