package fr.quartdheure.visit;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far a visit is. Whatever has begun no longer moves. */
public enum StopState {
    PLANNED,
    LEFT,
    ARRIVED,
    DONE,
    NOT_DONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<StopState> find(String code) {
        for (StopState one : values()) {
            if (one.code().equals(code)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    public boolean begun() {
        return this != PLANNED;
    }

    /** On the way there, or there. */
    public boolean current() {
        return this == LEFT || this == ARRIVED;
    }

    /** Done or given up. */
    public boolean over() {
        return this == DONE || this == NOT_DONE;
    }

    /** What may come next, forward only. */
    public Set<StopState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(LEFT);
            case LEFT -> EnumSet.of(ARRIVED, NOT_DONE);
            case ARRIVED -> EnumSet.of(DONE, NOT_DONE);
            case DONE, NOT_DONE -> EnumSet.noneOf(StopState.class);
        };
    }
}
