package fr.quartdheure.directory;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a practitioner; null or false asks for nothing.
 *
 * @param language ISO 639-1 code
 */
public record PractitionerFilter(
        @Nullable String language, @Nullable Gender gender, boolean acceptsNewPatients, boolean acceptsRegistrations) {

    public static final PractitionerFilter NONE = new PractitionerFilter(null, null, false, false);

    public boolean isEmpty() {
        return equals(NONE);
    }
}
