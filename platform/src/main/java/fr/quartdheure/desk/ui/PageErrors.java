package fr.quartdheure.desk.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What goes wrong on a page, said to a person; details go to the log only, under an incident number. */
@ControllerAdvice(basePackages = "fr.quartdheure.desk")
public class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private final Screens screens;

    PageErrors(Screens screens) {
        this.screens = screens;
    }

    @ExceptionHandler({
        BindException.class,
        MethodArgumentTypeMismatchException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class
    })
    ResponseEntity<byte[]> absent(HttpServletRequest request) {
        return screens.show(request, Problem.of(404, "problem.absent"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> missing(HttpServletRequest request, MissingServletRequestParameterException exception) {
        return screens.show(request, Problem.of(400, "problem.malformed", exception.getParameterName()));
    }

    /** Found by the web server as soon as anybody asks for a parameter. */
    @ExceptionHandler
    ResponseEntity<byte[]> wrongEncoding(HttpServletRequest request, InvalidParameterException exception) {
        return screens.show(request, Problem.of(400, "problem.malformed", "?"));
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException exception) {
        LOG.debug("the reader went away", exception);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> failed(HttpServletRequest request, Exception exception) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {}", incident, exception);
        return screens.show(request, Problem.of(500, "problem.failure", incident));
    }
}
