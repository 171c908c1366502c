package fr.quartdheure.directory;

import java.util.Collection;
import java.util.UUID;

/** Ids as one array parameter, so that a list is one round trip. */
final class Ids {

    private Ids() {}

    static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
