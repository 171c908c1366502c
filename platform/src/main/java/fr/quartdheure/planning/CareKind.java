package fr.quartdheure.planning;

import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.territory.EstablishmentKind;
import java.util.Optional;

/**
 * What somebody looks for when minutes to the nearest are asked.
 *
 * @param code "centre" for any health centre or MSP, "booth", the code of a service, or that of a kind of establishment
 */
public record CareKind(String code) {

    public static final CareKind CENTRE = new CareKind("centre");
    public static final CareKind BOOTH = new CareKind("booth");
    public static final CareKind GENERAL_PRACTICE = new CareKind("general-practice");
    public static final CareKind HOSPITAL = of(EstablishmentKind.HOSPITAL);
    public static final CareKind EMERGENCY_DEPARTMENT = of(EstablishmentKind.EMERGENCY_DEPARTMENT);
    public static final CareKind PERINATAL_CENTRE = of(EstablishmentKind.PERINATAL_CENTRE);

    public static CareKind of(EstablishmentKind kind) {
        return new CareKind(kind.code());
    }

    /** The kind of establishment, which is no site: nobody books there. */
    public Optional<EstablishmentKind> establishment() {
        return EstablishmentKind.find(code);
    }

    /** A centre that an import told of has no list of services: it counts as a centre, not for a profession. */
    boolean isAt(PointOfCare point) {
        return switch (code) {
            case "centre" -> point.isCentre();
            case "booth" -> point.kind() == SiteKind.BOOTH;
            default -> point.services().contains(code);
        };
    }
}
