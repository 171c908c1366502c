package fr.quartdheure.backup;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The papers of a backup as JSON, in UTF-8. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static byte[] bytes(Object paper) {
        return MAPPER.writeValueAsString(paper).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws BackupRefused when it is not such a paper */
    static <T> T read(byte[] text, Class<T> kind) {
        try {
            return MAPPER.readValue(text, kind);
        } catch (JacksonException e) {
            throw new BackupRefused(
                    "The backup says things that this version does not understand: restore it with the version of the"
                            + " platform that made it, or a newer one.",
                    e);
        }
    }
}
