package fr.quartdheure.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Changes that somebody gave a name.
 *
 * @param token opens it to whoever has the link, for reading
 * @param area key of the {@link Area} it is looked at in
 */
public record Scenario(UUID id, String token, String name, String area, List<Change> changes, Instant createdAt) {

    public static final int LONGEST_NAME = 120;
    public static final int MOST_CHANGES = 100;

    public Scenario {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a name of " + name.length() + " characters is not 1 to " + LONGEST_NAME);
        }
        if (changes.size() > MOST_CHANGES) {
            throw new IllegalArgumentException(changes.size() + " changes are more than " + MOST_CHANGES);
        }
        changes = List.copyOf(changes);
    }
}
