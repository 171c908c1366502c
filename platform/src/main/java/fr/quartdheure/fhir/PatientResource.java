package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.client.ClientNumber;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.wire.Fhir;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Patient as it is written. The profile is fr-core-patient and not fr-core-patient-ins: that one is for identities that
 * the national service has qualified, and none is here.
 */
record PatientResource(
        String id,
        Fhir.Meta meta,
        List<Reliability> extension,
        List<Fhir.Identifier> identifier,
        List<Name> name,
        List<Fhir.Contact> telecom,
        String gender,
        String birthDate)
        implements Fhir.Resource {

    static final String TYPE = "Patient";
    static final String PROFILE = Parts.CORE + "fr-core-patient";

    private static final String RELIABILITY = Parts.CORE + "fr-core-identity-reliability";
    private static final Fhir.Coding PROVISIONAL =
            new Fhir.Coding("https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445", "PROV");

    /** Exported as provisional even when staff saw a document: only the national service says more. */
    static PatientResource of(Patient patient, List<ClientNumber> numbers) {
        var identity = patient.identity();
        return new PatientResource(
                patient.id().toString(),
                Fhir.Meta.of(PROFILE),
                List.of(new Reliability(List.of(new Status("identityStatus", PROVISIONAL)), RELIABILITY)),
                numbers.stream()
                        .map(one -> new Fhir.Identifier(null, one.system(), one.value()))
                        .toList(),
                List.of(new Name(
                        "official",
                        identity.birthName(),
                        Arrays.asList(identity.firstNames().split(" ")))),
                Stream.concat(
                                Stream.ofNullable(patient.phone()).map(phone -> new Fhir.Contact("phone", phone)),
                                Stream.ofNullable(patient.email()).map(email -> new Fhir.Contact("email", email)))
                        .toList(),
                identity.sex().code(),
                identity.birthDate().toString());
    }

    @Override
    @JsonProperty
    public String resourceType() {
        return TYPE;
    }

    record Reliability(List<Status> extension, String url) {}

    record Status(String url, Fhir.Coding valueCoding) {}

    record Name(String use, String family, List<String> given) {}
}
