package fr.quartdheure.fhir;

import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How every answer goes out: in the one format there is, and not again to who has it already. */
final class Answers {

    private static final Set<String> FORMATS =
            Set.of("json", "application/json", "application/fhir+json", "application/json+fhir", "text/json");
    private static final Set<String> ACCEPTED = Set.of(
            "*/*", "application/*", "application/json", "application/fhir+json", "application/json+fhir", "text/json");
    private static final int TAG_BYTES = 12;

    private Answers() {}

    /** {@code _format} is stronger than the header. @throws Refused when neither can be JSON */
    static void checkFormat(HttpServletRequest request, @Nullable String format) {
        if (format != null) {
            // A "+" that was not encoded arrives as a blank.
            if (!FORMATS.contains(format.replace(' ', '+').split(";", 2)[0].strip())) {
                throw Refused.format("_format", format);
            }
            return;
        }
        Enumeration<String> headers = request.getHeaders("Accept");
        boolean asked = false;
        while (headers.hasMoreElements()) {
            asked = true;
            String header = headers.nextElement();
            if (Arrays.stream(header.split(",")).anyMatch(one -> ACCEPTED.contains(one.split(";", 2)[0].strip()))) {
                return;
            }
        }
        if (asked) {
            throw Refused.format("Accept", String.valueOf(request.getHeader("Accept")));
        }
    }

    /** The resource, or 304 when the caller's tag says that nothing has changed. */
    static ResponseEntity<byte[]> of(HttpServletRequest request, Object resource) {
        byte[] body = FhirJson.bytes(resource);
        String tag = "W/\"" + tag(body) + "\"";
        String known = request.getHeader("If-None-Match");
        var answer = ResponseEntity.status(
                        known != null && isKnown(known, tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noCache());
        return known != null && isKnown(known, tag)
                ? answer.build()
                : answer.contentType(FhirJson.TYPE).body(body);
    }

    private static boolean isKnown(String known, String tag) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || ("W/" + one).equals(tag));
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM knows SHA-256", e);
        }
    }
}
