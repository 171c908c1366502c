package fr.quartdheure.directory;

import java.util.Locale;

/** What a room is made for. */
public enum RoomKind {
    CONSULTING,
    PHYSIOTHERAPY,
    STERILISATION,
    MEETING,
    STAFF,
    BOOTH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RoomKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
