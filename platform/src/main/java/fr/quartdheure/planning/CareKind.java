package fr.quartdheure.planning;

import fr.quartdheure.directory.SiteKind;

/**
 * What somebody looks for when minutes to the nearest are asked.
 *
 * @param code "centre" for any health centre or MSP, "booth", or the code of a service
 */
public record CareKind(String code) {

    public static final CareKind CENTRE = new CareKind("centre");
    public static final CareKind BOOTH = new CareKind("booth");
    public static final CareKind GENERAL_PRACTICE = new CareKind("general-practice");

    /** A centre that an import told of has no list of services: it counts as a centre, not for a profession. */
    boolean isAt(PointOfCare point) {
        return switch (code) {
            case "centre" -> point.isCentre();
            case "booth" -> point.kind() == SiteKind.BOOTH;
            default -> point.services().contains(code);
        };
    }
}
