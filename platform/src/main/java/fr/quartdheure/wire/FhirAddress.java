package fr.quartdheure.wire;

import fr.quartdheure.web.PublicAddress;
import org.springframework.stereotype.Component;

/** Where the FHIR interface stands, for the addresses that answers hold. */
@Component
public class FhirAddress {

    public static final String PATH = "/fhir";

    private final PublicAddress address;

    FhirAddress(PublicAddress address) {
        this.address = address;
    }

    /** Without a slash at the end. */
    public String base() {
        return address.base() + PATH;
    }
}
