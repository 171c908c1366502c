package fr.quartdheure.sas;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every failure of this interface as an OperationOutcome; details of ours go to the log only. */
@RestControllerAdvice(basePackageClasses = SasErrors.class)
@Order(SasErrors.BEFORE_THE_FRAMEWORK)
class SasErrors {

    static final int BEFORE_THE_FRAMEWORK = -1;

    private static final Logger LOG = LoggerFactory.getLogger(SasErrors.class);

    private final Outcomes outcomes;

    SasErrors(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused) {
        return outcomes.of(refused);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException exception) {
        return outcomes.of(HttpStatus.BAD_REQUEST, "structure", "body-unreadable", "");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> wrongType(HttpMediaTypeNotSupportedException exception) {
        return outcomes.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-supported", "content-type-unsupported", "");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> wrongType(InvalidMediaTypeException exception) {
        return outcomes.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-supported", "content-type-unsupported", "");
    }

    /** Found by the web server as soon as anybody asks for a parameter, before the query is read here. */
    @ExceptionHandler
    ResponseEntity<byte[]> wrongEncoding(InvalidParameterException exception, HttpServletRequest request) {
        String query = request.getQueryString();
        return outcomes.of(
                HttpStatus.BAD_REQUEST, "invalid", "address-malformed", "", Refused.shown(query == null ? "" : query));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> failed(Exception exception) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {} of the SAS interface", incident, exception);
        return outcomes.of(HttpStatus.INTERNAL_SERVER_ERROR, "exception", "failure", "", incident);
    }
}
