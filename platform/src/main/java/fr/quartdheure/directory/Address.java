package fr.quartdheure.directory;

import org.jspecify.annotations.Nullable;

/**
 * Where a site stands, as written on an envelope.
 *
 * @param line street and number; imported registers may lack it
 * @param communeCode INSEE code of the commune, or of the district
 */
public record Address(@Nullable String line, @Nullable String postalCode, String communeCode, String city) {

    /** "66000 Perpignan". */
    public String town() {
        return postalCode == null ? city : postalCode + " " + city;
    }
}
