package fr.quartdheure.cpts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a community undertakes.
 *
 * @param kind one of {@link #KINDS}
 * @param owner who carries it, in words
 * @param state one of {@link #STATES}
 */
public record Mission(
        UUID id,
        UUID cptsId,
        String kind,
        String title,
        String owner,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        String state,
        String note) {

    /** Those of the national agreement first: five that every community has, then those it may choose. */
    public static final List<String> KINDS = List.of(
            "medecin-traitant", "unscheduled", "pathways", "prevention", "crisis", "quality", "support", "other");

    public static final List<String> STATES = List.of("planned", "under-way", "done", "stopped");

    private static final int LONGEST_TITLE = 160;

    public Mission {
        if (!KINDS.contains(kind) || !STATES.contains(state)) {
            throw new IllegalArgumentException("no mission is of kind " + kind + " and state " + state);
        }
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("not a title of 1 to 160 letters: \"" + title + "\"");
        }
    }
}
