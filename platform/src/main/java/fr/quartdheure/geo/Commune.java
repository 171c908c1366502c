package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people live: a commune, or a district of one.
 *
 * @param code INSEE code of five characters; a district adds its own part ("66136-est")
 * @param population inhabitants, 0 or more
 * @param lat latitude of its centre in degrees
 * @param lon longitude of its centre in degrees
 * @param districtOf the code of the commune that a district is part of
 * @param mountain whether minutes from or to it are longer than the law of the plain
 */
public record Commune(
        String code,
        String name,
        List<String> postalCodes,
        int population,
        double lat,
        double lon,
        @Nullable String districtOf,
        boolean mountain) {

    public Commune {
        postalCodes = List.copyOf(postalCodes);
        if (population < 0) {
            throw new IllegalArgumentException("population " + population + " is negative");
        }
    }

    public Position position() {
        return new Position(lat, lon);
    }

    /** The département's code, read from the INSEE code: "66", "2A", "974". */
    public String department() {
        return Departments.ofCommune(code);
    }
}
