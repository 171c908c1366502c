package fr.quartdheure.fhir;

import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirErrors;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.FhirTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A lost race: 409, and one piece of information for each hour that is free instead, its diagnostics a reference. */
@RestControllerAdvice(basePackageClasses = SlotTakenAnswer.class)
@Order(FhirErrors.BEFORE_THE_FRAMEWORK - 1)
class SlotTakenAnswer {

    private static final String TAKEN = "fhir.outcome.slot-taken";
    private static final String FREE = "fhir.outcome.slot-free";

    private final MessageSource messages;

    SlotTakenAnswer(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> taken(SlotTaken taken) {
        var issues = new ArrayList<Fhir.Issue>();
        issues.add(new Fhir.Issue(
                "error",
                "conflict",
                Fhir.Concept.of(messages.getMessage(TAKEN, null, Locale.FRENCH)),
                messages.getMessage(TAKEN, null, Locale.ENGLISH),
                List.of("Appointment.slot")));
        for (Slot slot : taken.alternatives()) {
            Object[] when = {FhirTimes.written(slot.start())};
            issues.add(new Fhir.Issue(
                    "information",
                    "informational",
                    Fhir.Concept.of(messages.getMessage(FREE, when, Locale.FRENCH)),
                    "Slot/" + slot.id(),
                    List.of()));
        }
        return FhirJson.answer(HttpStatus.CONFLICT, new Fhir.OperationOutcome("OperationOutcome", issues));
    }
}
