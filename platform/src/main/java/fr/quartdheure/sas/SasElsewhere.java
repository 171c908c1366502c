package fr.quartdheure.sas;

import fr.quartdheure.wire.Outcomes;
import fr.quartdheure.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever else is asked under {@code /fhir/sas}: there is nothing. */
@RestController
class SasElsewhere {

    private final Outcomes outcomes;

    SasElsewhere(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @RequestMapping({SasAddress.PATH, SasAddress.PATH + "/**"})
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        String asked = request.getRequestURI().substring(SasAddress.PATH.length());
        return outcomes.of(HttpStatus.NOT_FOUND, "not-found", "nothing-there", "", Refused.shown(asked));
    }
}
