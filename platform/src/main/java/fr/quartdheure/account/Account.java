package fr.quartdheure.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may sign in, and what she may be where. */
public record Account(
        UUID id, String login, String name, @Nullable UUID practitionerId, boolean disabled, List<Grant> grants) {

    SignedIn signedIn() {
        return new SignedIn(id, login, name, practitionerId, grants);
    }
}
