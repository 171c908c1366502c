package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.directory.SiteKind;
import java.util.List;
import java.util.UUID;

/**
 * A site as planners see it.
 *
 * @param services codes of what is given there; none where an import told only that it exists
 */
public record PointOfCare(
        UUID siteId, String name, SiteKind kind, String communeCode, Position position, List<String> services) {

    public PointOfCare {
        services = List.copyOf(services);
    }

    /** A centre where people are seen by a doctor: what an opening is compared with. */
    public boolean isCentre() {
        return kind == SiteKind.MSP || kind == SiteKind.HEALTH_CENTRE || kind == SiteKind.ANTENNA;
    }
}
