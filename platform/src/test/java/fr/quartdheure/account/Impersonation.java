package fr.quartdheure.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody is signed in on this thread, without a request. */
public final class Impersonation {

    private Impersonation() {}

    public static UUID of(UUID account) {
        var who = new SignedIn(account, "secretary", "Secretary", null, List.of());
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new StaffPrincipal(who, Instant.EPOCH), null));
        return account;
    }

    public static void end() {
        SecurityContextHolder.clearContext();
    }
}
