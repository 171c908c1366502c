package fr.quartdheure.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Fields of a JSON body. */
final class Bodies {

    private Bodies() {}

    static <T> T required(String name, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "field-missing", name);
        }
        return value;
    }

    static Refused malformed(String name, String value) {
        String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "field-malformed", name, shown);
    }
}
