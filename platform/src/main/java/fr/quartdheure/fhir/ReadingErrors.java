package fr.quartdheure.fhir;

import fr.quartdheure.wire.FhirErrors;
import fr.quartdheure.wire.Outcomes;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every failure of this interface as an OperationOutcome. */
@RestControllerAdvice(basePackageClasses = ReadingErrors.class)
@Order(FhirErrors.BEFORE_THE_FRAMEWORK)
class ReadingErrors extends FhirErrors {

    ReadingErrors(Outcomes outcomes) {
        super(outcomes);
    }
}
