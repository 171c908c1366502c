package fr.quartdheure.reception;

import fr.quartdheure.account.SignedIn;
import java.util.UUID;

/** Somebody at the reception, by account and by the name that her colleagues read. */
public record Clerk(UUID accountId, String name) {

    public static Clerk of(SignedIn account) {
        return new Clerk(account.accountId(), account.name());
    }
}
