package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What integrators really use: the generic client of HAPI books, moves and cancels. */
class HapiClientPageTest extends ClientsOfFhir {

    private static final FhirContext R4 = FhirContext.forR4();

    @SuppressWarnings("NullAway.Init")
    private IGenericClient fhir;

    @BeforeEach
    void connect() {
        R4.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        fhir = R4.newRestfulGenericClient(address() + "/fhir");
        fhir.setEncoding(EncodingEnum.JSON);
        fhir.registerInterceptor(new BearerTokenAuthInterceptor(tokenFor(organization(), EVERYTHING)));
    }

    @Test
    void anAppointmentIsBookedMovedReadAndCancelled() {
        var slots = freeSlots(organization(), 2);
        Patient patient = created();
        MethodOutcome booked =
                fhir.create().resource(appointment(slots.getFirst(), patient)).execute();
        assertThat(booked.getCreated()).isTrue();
        var told = (Appointment) booked.getResource();
        assertThat(told.getStatus()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(told.getMeta().getVersionId()).isEqualTo("1");

        told.setSlot(List.of(new Reference("Slot/" + slots.getLast())))
                .setStart(null)
                .setEnd(null);
        var moved = (Appointment) fhir.update().resource(told).execute().getResource();
        assertThat(moved.getSlotFirstRep().getReference()).isEqualTo("Slot/" + slots.getLast());
        assertThat(moved.getMeta().getVersionId()).isEqualTo("2");

        told.setId(new IdType("Appointment", told.getIdElement().getIdPart(), "1"));
        assertThatThrownBy(() -> fhir.update().resource(told).execute())
                .isInstanceOfAny(PreconditionFailedException.class, ResourceVersionConflictException.class);

        moved.setStatus(AppointmentStatus.CANCELLED);
        var cancelled = (Appointment) fhir.update()
                .resource(moved)
                .conditional()
                .where(Appointment.IDENTIFIER
                        .exactly()
                        .systemAndIdentifier(
                                SYSTEM, moved.getIdentifierFirstRep().getValue()))
                .execute()
                .getResource();
        assertThat(cancelled.getStatus()).isEqualTo(AppointmentStatus.CANCELLED);

        Bundle found = fhir.search()
                .forResource(Appointment.class)
                .where(Appointment.PATIENT.hasId(patient.getIdElement()))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(found.getEntry()).hasSize(1);
        assertThat(fhir.read()
                        .resource(Appointment.class)
                        .withId(told.getIdElement().getIdPart())
                        .execute()
                        .getStatus())
                .isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aLostRaceTellsWhatIsFree() {
        String slot = freeSlots(organization(), 1).getFirst();
        fhir.create().resource(appointment(slot, created())).execute();
        assertThatThrownBy(() ->
                        fhir.create().resource(appointment(slot, created())).execute())
                .isInstanceOfSatisfying(ResourceVersionConflictException.class, conflict -> {
                    var outcome = (OperationOutcome) conflict.getOperationOutcome();
                    assertThat(outcome.getIssueFirstRep()
                                    .getExpression()
                                    .getFirst()
                                    .getValue())
                            .isEqualTo("Appointment.slot");
                });
    }

    private Patient created() {
        var patient = new Patient();
        patient.addName().setFamily("Vila").addGiven("Aina");
        patient.setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1958-03-07"));
        patient.addIdentifier().setSystem(SYSTEM).setValue(number());
        return (Patient) fhir.create().resource(patient).execute().getResource();
    }

    private static Appointment appointment(String slot, Patient patient) {
        var appointment = new Appointment();
        appointment.setStatus(AppointmentStatus.BOOKED);
        appointment.addIdentifier().setSystem(SYSTEM).setValue(number());
        appointment.addSlot(new Reference("Slot/" + slot));
        appointment
                .addParticipant()
                .setActor(new Reference(patient.getIdElement().toUnqualifiedVersionless()))
                .setStatus(ParticipationStatus.ACCEPTED);
        return appointment;
    }
}
