package fr.quartdheure.api;

import fr.quartdheure.scheduling.Cancelling;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.ManageTokens;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code DELETE /api/v1/appointments/{id}}: its owner cancels, with the token of the manage link. */
@RestController
class CancellationApi {

    private static final String BEARER = "Bearer ";

    private final Changes changes;
    private final ManageTokens tokens;

    CancellationApi(Changes changes, ManageTokens tokens) {
        this.changes = changes;
        this.tokens = tokens;
    }

    @DeleteMapping("/api/v1/appointments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(
            @PathVariable UUID id,
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        if (!opened(authorization).equals(id)) {
            throw new Refused(HttpStatus.NOT_FOUND, "not-found");
        }
        switch (changes.cancel(id, "patient", Changes.By.OWNER)) {
            case Cancelling.Cancelled _done -> {}
            case Cancelling.TooLate late ->
                throw new Refused(
                        HttpStatus.CONFLICT, "too-late", Map.of("cutoffHours", late.cutoffHours()), late.cutoffHours());
            case Cancelling.NotActive _over -> throw new Refused(HttpStatus.CONFLICT, "not-active");
        }
    }

    private UUID opened(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new Refused(HttpStatus.UNAUTHORIZED, "token-missing");
        }
        return tokens.find(authorization.substring(BEARER.length()).strip())
                .orElseThrow(() -> new Refused(HttpStatus.UNAUTHORIZED, "token-unknown"));
    }
}
