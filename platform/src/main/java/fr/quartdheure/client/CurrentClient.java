package fr.quartdheure.client;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Which client calls on this request. */
public final class CurrentClient {

    private CurrentClient() {}

    public static Optional<ClientPrincipal> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ClientPrincipal client
                ? Optional.of(client)
                : Optional.empty();
    }
}
