package fr.quartdheure.geo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an import.
 *
 * @param region INSEE code of the only region to take ("76"), or null for all
 * @param keepGoing whether the good rows are taken when others are refused; otherwise it is all or nothing
 */
public record ImportRequest(Path file, @Nullable String region, boolean keepGoing) {

    public ImportRequest {
        if (region != null && !Departments.isRegion(region)) {
            throw new IllegalArgumentException("\"" + region + "\" is not the INSEE code of a region");
        }
    }

    /** Whether a commune is asked for. */
    public boolean takes(String communeCode) {
        return region == null
                || Departments.regionOfCommune(communeCode).map(region::equals).orElse(false);
    }
}
