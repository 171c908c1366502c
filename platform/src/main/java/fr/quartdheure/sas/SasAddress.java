package fr.quartdheure.sas;

import fr.quartdheure.web.PublicAddress;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The addresses that answers hold: of this interface, and of the page where a slot is booked. */
@Component
class SasAddress {

    static final String PATH = "/fhir/sas";

    private final PublicAddress address;

    SasAddress(PublicAddress address) {
        this.address = address;
    }

    String base() {
        return address.base() + PATH;
    }

    /** It already holds a question mark: the caller adds "&origin=…". The slot's id follows. */
    String agenda(UUID practitionerId) {
        return address.base() + "/regulator/agenda?practitioner=" + practitionerId + "&slot=";
    }
}
