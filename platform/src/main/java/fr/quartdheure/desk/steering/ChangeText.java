package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.planning.Change;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.PointOfCare;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes as they stand in an address, so that a draft needs no store and its link can be passed on:
 * "opening_42.5300_2.6100_2", "closure_‹site›", "departure_66049_1".
 */
final class ChangeText {

    private final Picture picture;

    ChangeText(Picture picture) {
        this.picture = picture;
    }

    static String of(Change change) {
        return switch (change) {
            case Change.Opening opening ->
                String.format(Locale.ROOT, "opening_%.4f_%.4f_%d", opening.lat(), opening.lon(), opening.doctors());
            case Change.Closure closure -> "closure_" + closure.siteId();
            case Change.Departure departure -> "departure_" + departure.communeCode() + "_" + departure.doctors();
        };
    }

    /** Those that can be read; an address that somebody cut short still shows the rest. */
    List<Change> read(List<String> texts) {
        return texts.stream().flatMap(text -> read(text).stream()).toList();
    }

    private Optional<Change> read(String text) {
        String[] parts = text.split("_", -1);
        try {
            return switch (parts[0] + parts.length) {
                case "opening4" ->
                    Optional.of(opening(
                            Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Integer.parseInt(parts[3])));
                case "closure2" -> closure(UUID.fromString(parts[1]));
                case "departure3" -> departure(parts[1], Integer.parseInt(parts[2]));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Change opening(double lat, double lon, int doctors) {
        var position = new Position(lat, lon);
        var commune = picture.demand().at(position);
        String name = commune.isPresent()
                ? picture.demand().commune(commune.getAsInt()).name()
                : String.format(Locale.ROOT, "%.4f, %.4f", lat, lon);
        return new Change.Opening(name, lat, lon, doctors);
    }

    private Optional<Change> closure(UUID siteId) {
        return picture.points().stream()
                .filter(point -> point.siteId().equals(siteId))
                .findFirst()
                .map(PointOfCare::name)
                .map(name -> new Change.Closure(siteId, name));
    }

    private Optional<Change> departure(String code, int doctors) {
        var index = picture.demand().find(code);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        Commune commune = picture.demand().commune(index.getAsInt());
        return Optional.of(new Change.Departure(code, commune.name(), doctors));
    }
}
