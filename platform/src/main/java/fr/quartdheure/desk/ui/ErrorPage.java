package fr.quartdheure.desk.ui;

import fr.quartdheure.web.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container refuses before any page is reached: absent, forbidden, too large, too many. */
@RestController
class ErrorPage implements ErrorController {

    private final Screens screens;
    private final Problems problems;

    ErrorPage(Screens screens, Problems problems) {
        this.screens = screens;
        this.problems = problems;
    }

    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        int status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/fhir")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problems.of(HttpStatusCode.valueOf(status), type(status), request.getMethod()));
        }
        return screens.show(request, Problem.of(status, key(status)));
    }

    private static String type(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "body-too-large";
            case 415 -> "content-type-unsupported";
            case 429 -> "too-many-writes";
            default -> status < 500 ? "refused" : "unavailable";
        };
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private static String key(int status) {
        return switch (status) {
            case 404, 405 -> "problem.absent";
            case 401, 403 -> "problem.forbidden";
            case 413 -> "problem.tooLarge";
            case 429 -> "problem.tooMany";
            default -> status < 500 ? "problem.refused" : "problem.unavailable";
        };
    }
}
