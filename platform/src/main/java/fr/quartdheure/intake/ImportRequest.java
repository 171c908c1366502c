package fr.quartdheure.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an import.
 *
 * @param region INSEE code of the only region to take ("76"), or null for all
 * @param keepGoing whether the good rows are taken when others are refused; otherwise it is all or nothing
 * @param source where the file comes from, as screens tell it beside its figures; its name when nobody says better
 */
public record ImportRequest(Path file, @Nullable String region, boolean keepGoing, String source) {

    /** Letters. */
    public static final int LONGEST_SOURCE = 200;

    public ImportRequest {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException("the source \"" + source + "\" is empty or longer than 200 letters");
        }
    }

    public ImportRequest(Path file, @Nullable String region, boolean keepGoing) {
        this(file, region, keepGoing, String.valueOf(file.getFileName()));
    }
}
