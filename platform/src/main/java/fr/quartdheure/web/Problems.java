package fr.quartdheure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Refusals as {@code application/problem+json}: a stable type, a French and an English title. */
@Component
public class Problems {

    private static final String KEY = "api.problem.";

    private final MessageSource messages;
    private final ObjectMapper json;

    Problems(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** @param type last part of the type's address; its titles are the messages {@code api.problem.<type>} */
    public ProblemDetail of(HttpStatusCode status, String type, Object... arguments) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + type));
        problem.setTitle(messages.getMessage(KEY + type, arguments, Locale.FRENCH));
        problem.setProperty("titleEn", messages.getMessage(KEY + type, arguments, Locale.ENGLISH));
        return problem;
    }

    void write(HttpServletResponse response, int status, String type) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(of(HttpStatusCode.valueOf(status), type)));
    }
}
