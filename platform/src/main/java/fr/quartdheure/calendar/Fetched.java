package fr.quartdheure.calendar;

import org.jspecify.annotations.Nullable;

/** What came of asking for a calendar elsewhere. */
sealed interface Fetched {

    record Whole(
            String text, @Nullable String version, @Nullable String modified) implements Fetched {}

    /** It is as it was the last time. */
    record Unchanged() implements Fetched {}

    record Failed(Failure why) implements Fetched {}
}
