package fr.quartdheure.api;

import fr.quartdheure.web.Problems;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every failure of the API as a problem: what is wrong, where, what to do; details of ours go to the log only. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(ApiErrors.BEFORE_THE_FRAMEWORK)
class ApiErrors {

    /** Spring's own problems stand at 0; they know neither our types nor two languages. */
    static final int BEFORE_THE_FRAMEWORK = -1;

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        var problem = problems.of(refused.status(), refused.type(), refused.arguments());
        refused.details().forEach(problem::setProperty);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException exception) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, "body-unreadable"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException exception) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, "parameter-missing", exception.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException exception) {
        if (UUID.class.equals(exception.getRequiredType())) {
            return answer(problems.of(HttpStatus.NOT_FOUND, "not-found"));
        }
        return answer(problems.of(
                HttpStatus.BAD_REQUEST, "parameter-malformed", exception.getName(), shown(exception.getValue())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unbound(BindException exception) {
        return Optional.ofNullable(exception.getFieldError())
                .map(field -> answer(problems.of(
                        HttpStatus.BAD_REQUEST,
                        "parameter-malformed",
                        field.getField(),
                        shown(field.getRejectedValue()))))
                .orElseGet(() -> failed(exception));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(HttpMediaTypeNotSupportedException exception) {
        return answer(problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content-type-unsupported"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongAnswerType(HttpMediaTypeNotAcceptableException exception) {
        return answer(problems.of(HttpStatus.NOT_ACCEPTABLE, "answer-type-unsupported"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongMethod(HttpRequestMethodNotSupportedException exception) {
        return answer(problems.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", exception.getMethod()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception exception) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {}", incident, exception);
        var problem = problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "failure", incident);
        problem.setProperty("incident", incident);
        return answer(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
