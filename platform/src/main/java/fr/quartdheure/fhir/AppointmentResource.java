package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.wire.Fhir;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appointment as it is written (profile fr-core-appointment). */
record AppointmentResource(
        String id,
        Stamp meta,
        List<Fhir.Identifier> identifier,
        String status,
        Fhir.@Nullable Concept cancelationReason,
        List<Fhir.Concept> serviceType,
        Fhir.Concept appointmentType,
        List<Fhir.Concept> reasonCode,
        String start,
        String end,
        List<Fhir.Reference> slot,
        String created,
        List<Participant> participant)
        implements Fhir.Resource {

    static final String TYPE = "Appointment";
    static final String PROFILE = Parts.CORE + "fr-core-appointment";

    @Override
    @JsonProperty
    public String resourceType() {
        return TYPE;
    }

    /** Which state it is. */
    record Stamp(String versionId, String lastUpdated, List<String> profile) {}

    record Participant(Fhir.Reference actor, String required, String status) {}
}
