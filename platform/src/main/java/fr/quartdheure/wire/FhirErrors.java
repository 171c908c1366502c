package fr.quartdheure.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Every failure of an interface as an OperationOutcome; details of ours go to the log only. Each module that serves one
 * extends it by an advice of its own package.
 */
public abstract class FhirErrors {

    /** Spring's own problems stand at 0. */
    public static final int BEFORE_THE_FRAMEWORK = -1;

    private static final Logger LOG = LoggerFactory.getLogger(FhirErrors.class);

    private final Outcomes outcomes;

    protected FhirErrors(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @ExceptionHandler
    public ResponseEntity<byte[]> refused(Refused refused) {
        return outcomes.of(refused);
    }

    @ExceptionHandler
    public ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException exception) {
        return outcomes.of(HttpStatus.BAD_REQUEST, "structure", "body-unreadable", "");
    }

    @ExceptionHandler
    public ResponseEntity<byte[]> wrongType(HttpMediaTypeNotSupportedException exception) {
        return outcomes.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-supported", "content-type-unsupported", "");
    }

    @ExceptionHandler
    public ResponseEntity<byte[]> wrongType(InvalidMediaTypeException exception) {
        return outcomes.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-supported", "content-type-unsupported", "");
    }

    @ExceptionHandler
    public ResponseEntity<byte[]> wrongAnswerType(
            HttpMediaTypeNotAcceptableException exception, HttpServletRequest request) {
        return outcomes.of(Refused.format("Accept", String.valueOf(request.getHeader("Accept"))));
    }

    /** Found by the web server as soon as anybody asks for a parameter, before the query is read here. */
    @ExceptionHandler
    public ResponseEntity<byte[]> wrongEncoding(InvalidParameterException exception, HttpServletRequest request) {
        String query = request.getQueryString();
        return outcomes.of(
                HttpStatus.BAD_REQUEST, "invalid", "address-malformed", "", Refused.shown(query == null ? "" : query));
    }

    @ExceptionHandler
    public ResponseEntity<byte[]> failed(Exception exception, HttpServletRequest request) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {} at {}", incident, request.getRequestURI(), exception);
        return outcomes.of(HttpStatus.INTERNAL_SERVER_ERROR, "exception", "failure", "", incident);
    }
}
