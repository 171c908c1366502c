package fr.quartdheure.wire;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Refusals as OperationOutcome: details in French, diagnostics in English, and the parameter or element at fault. */
@Component
public class Outcomes {

    private static final String KEY = "fhir.outcome.";

    private final MessageSource messages;

    Outcomes(MessageSource messages) {
        this.messages = messages;
    }

    public ResponseEntity<byte[]> of(Refused refused) {
        return refused.status() == HttpStatus.UNAUTHORIZED ? unauthorized() : refusal(refused);
    }

    private ResponseEntity<byte[]> refusal(Refused refused) {
        return of(refused.status(), refused.issue(), refused.type(), refused.where(), refused.arguments());
    }

    /**
     * @param issue code of the list issue-type
     * @param type last part of the message's key
     * @param where the parameter or element at fault; empty when there is none
     */
    public ResponseEntity<byte[]> of(
            HttpStatusCode status, String issue, String type, String where, Object... arguments) {
        var found = new Fhir.Issue(
                "error",
                issue,
                Fhir.Concept.of(messages.getMessage(KEY + type, arguments, Locale.FRENCH)),
                messages.getMessage(KEY + type, arguments, Locale.ENGLISH),
                where.isEmpty() ? List.of() : List.of(where));
        return FhirJson.answer(status, new Fhir.OperationOutcome("OperationOutcome", List.of(found)));
    }

    /** What only known callers are given, and nobody said who asks: 401, with the way to say it. */
    public ResponseEntity<byte[]> unauthorized() {
        return asking("token-missing", "Bearer realm=\"fhir\"");
    }

    /** A token that is none, or none any more: 401 in the words of RFC 6750. */
    public ResponseEntity<byte[]> tokenEnded() {
        return asking("token-ended", "Bearer realm=\"fhir\", error=\"invalid_token\"");
    }

    private ResponseEntity<byte[]> asking(String type, String how) {
        var refusal = of(HttpStatus.UNAUTHORIZED, "login", type, "");
        return ResponseEntity.status(refusal.getStatusCode())
                .headers(refusal.getHeaders())
                .header(HttpHeaders.WWW_AUTHENTICATE, how)
                .body(refusal.getBody());
    }
}
