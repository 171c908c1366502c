package fr.quartdheure.directory;

import fr.quartdheure.atlas.travel.Position;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * FHIR Location of physical type "site": a health house, a health centre, a booth, an antenna.
 *
 * @param wheelchair whether a wheelchair gets in; null when nobody said
 * @param parking whether there is parking; null when nobody said
 * @param publicTransport the stop and the lines, as told to a caller
 * @param cancelCutoffHours hours before an appointment after which it is no longer cancelled on line, 0 to 168
 */
public record Site(
        UUID id,
        UUID organizationId,
        String name,
        SiteKind kind,
        @Nullable String finess,
        Address address,
        Position position,
        @Nullable String phone,
        @Nullable Boolean wheelchair,
        @Nullable Boolean parking,
        @Nullable String publicTransport,
        boolean opensOnHolidays,
        int cancelCutoffHours,
        Provenance origin) {

    public Site {
        if (cancelCutoffHours < 0 || cancelCutoffHours > 168) {
            throw new IllegalArgumentException("cancelCutoffHours " + cancelCutoffHours + " is not between 0 and 168");
        }
    }

    /** An imported site is only known to exist: its agenda, if any, is elsewhere. */
    public boolean hasAgenda() {
        return origin != Provenance.IMPORT;
    }
}
