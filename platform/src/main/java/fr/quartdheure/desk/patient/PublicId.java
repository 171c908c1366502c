package fr.quartdheure.desk.patient;

import java.util.Optional;
import java.util.UUID;

/** An id out of an address: whatever is not one names nothing. */
final class PublicId {

    private PublicId() {}

    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
