package fr.quartdheure.api;

import fr.quartdheure.scheduling.Visitor;
import fr.quartdheure.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/** The API takes no cookie: a caller is told from another by address and client program. */
final class ApiVisitor {

    private ApiVisitor() {}

    static Visitor of(HttpServletRequest request, boolean contactProved) {
        String address = ClientAddress.of(request);
        String program = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        String key = UUID.nameUUIDFromBytes((address + "|" + program).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Visitor(key, address, contactProved);
    }
}
