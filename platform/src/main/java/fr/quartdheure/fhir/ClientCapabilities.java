package fr.quartdheure.fhir;

import fr.quartdheure.web.PublicAddress;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Capability.Interaction;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What authorised clients are served, as {@code /fhir/metadata} tells it. */
@Configuration(proxyBeanMethods = false)
class ClientCapabilities {

    @Bean
    Capability appointmentCapability(AppointmentSearch search) {
        return new Capability(
                search.type(),
                List.of(AppointmentResource.PROFILE),
                List.of(
                        new Interaction("create", "scope system/Appointment.c; a slot, a patient, a reason"),
                        new Interaction("read", "scope system/Appointment.r"),
                        new Interaction("update", "scope system/Appointment.u; moves, or cancels by status; If-Match"),
                        new Interaction("search-type", "scope system/Appointment.s")),
                true,
                search.parameters(),
                List.of());
    }

    @Bean
    Capability patientCapability() {
        return new Capability(
                PatientResource.TYPE,
                List.of(PatientResource.PROFILE),
                List.of(
                        new Interaction("create", "scope system/Patient.c; the identity is provisional"),
                        new Interaction("read", "scope system/Patient.r"),
                        new Interaction("search-type", "scope system/Patient.s; by number or by exact traits")),
                false,
                FhirPatients.PARAMETERS,
                List.of());
    }

    @Bean
    Capability.Protection fhirProtection(PublicAddress address) {
        return new Capability.Protection(
                address.base() + "/oauth2/token",
                "Public resources need no token; Appointment and Patient are for registered clients"
                        + " (OAuth 2 client credentials, SMART scopes system/…)");
    }
}
