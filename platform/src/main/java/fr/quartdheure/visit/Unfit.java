package fr.quartdheure.visit;

import fr.quartdheure.atlas.rounds.Unfitted;
import java.util.Locale;

/** Why a day has no room for a visit. */
public enum Unfit {
    NOBODY_ABLE,
    OUT_OF_REACH,
    NO_ROOM;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Unfit of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static Unfit of(Unfitted.Reason reason) {
        return switch (reason) {
            case NOBODY_ABLE -> NOBODY_ABLE;
            case OUT_OF_REACH -> OUT_OF_REACH;
            case NO_ROOM -> NO_ROOM;
        };
    }
}
