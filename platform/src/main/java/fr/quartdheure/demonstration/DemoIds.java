package fr.quartdheure.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The same id for the same thing in every demonstration, so that links and screenshots stay true. */
final class DemoIds {

    private DemoIds() {}

    static UUID of(String kind, String key) {
        return UUID.nameUUIDFromBytes(("demonstration/" + kind + "/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
