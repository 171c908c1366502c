package fr.quartdheure.api;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that this API refuses: the type names the reason, the arguments complete its sentence. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final transient Object[] arguments;
    private final transient Map<String, Object> details;

    Refused(HttpStatus status, String type, Object... arguments) {
        this(status, type, Map.of(), arguments);
    }

    Refused(HttpStatus status, String type, Map<String, Object> details, Object... arguments) {
        super(type);
        this.status = status;
        this.type = type;
        this.details = details;
        this.arguments = arguments;
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    Object[] arguments() {
        return arguments;
    }

    Map<String, Object> details() {
        return details;
    }
}
