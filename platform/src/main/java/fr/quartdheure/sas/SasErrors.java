package fr.quartdheure.sas;

import fr.quartdheure.wire.FhirErrors;
import fr.quartdheure.wire.Outcomes;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every failure of this interface as an OperationOutcome. */
@RestControllerAdvice(basePackageClasses = SasErrors.class)
@Order(FhirErrors.BEFORE_THE_FRAMEWORK)
class SasErrors extends FhirErrors {

    SasErrors(Outcomes outcomes) {
        super(outcomes);
    }
}
