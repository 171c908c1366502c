package fr.quartdheure.cpts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A site's way into a community and out of it.
 *
 * @param state invited, member, declined, left or withdrawn
 */
public record Membership(
        UUID id,
        UUID cptsId,
        UUID siteId,
        String state,
        Instant invitedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt) {

    public boolean isInvited() {
        return state.equals("invited");
    }

    public boolean isMember() {
        return state.equals("member");
    }
}
