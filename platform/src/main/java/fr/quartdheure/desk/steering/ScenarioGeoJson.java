package fr.quartdheure.desk.steering;

import fr.quartdheure.geo.Commune;
import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.Change;
import fr.quartdheure.planning.PointOfCare;
import fr.quartdheure.planning.Prospect;
import fr.quartdheure.planning.Scenario;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scenario as GeoJSON points (RFC 7946: longitude first): what opens, what stays and what closes, and each commune at
 * its centre with its figures of today and then. Minutes that nobody counts are null.
 */
@Component
class ScenarioGeoJson {

    private final JsonMapper json;

    ScenarioGeoJson(JsonMapper json) {
        this.json = json;
    }

    /** @param communes of the area, by index */
    String of(Scenario scenario, Prospect today, Prospect then, int[] communes) {
        var collection =
                json.createObjectNode().put("type", "FeatureCollection").put("name", scenario.name());
        var features = collection.putArray("features");
        scenario.changes().stream()
                .filter(Change.Opening.class::isInstance)
                .map(Change.Opening.class::cast)
                .forEach(opening -> point(features, opening.lat(), opening.lon(), "opening")
                        .put("name", opening.name())
                        .put("doctors", opening.doctors()));
        addSites(features, then, communes);
        addCommunes(features, today, then, communes);
        return json.writeValueAsString(collection);
    }

    private static void addSites(ArrayNode features, Prospect then, int[] communes) {
        var demand = then.picture().demand();
        var codes = Arrays.stream(communes)
                .mapToObj(demand::commune)
                .map(Commune::code)
                .collect(Collectors.toSet());
        for (PointOfCare site : then.picture().points()) {
            if (codes.contains(site.communeCode())) {
                point(features, site.position().lat(), site.position().lon(), "site")
                        .put("name", site.name())
                        .put("type", site.kind().code())
                        .put("open_then", then.stands(site));
            }
        }
    }

    private static void addCommunes(ArrayNode features, Prospect today, Prospect then, int[] communes) {
        double[] apl = today.apl();
        double[] aplThen = then.apl();
        double[] minutes = today.nearest(CareKind.CENTRE);
        double[] minutesThen = then.nearest(CareKind.CENTRE);
        for (int index : communes) {
            Commune commune = today.picture().demand().commune(index);
            var properties = point(
                            features,
                            commune.position().lat(),
                            commune.position().lon(),
                            "commune")
                    .put("code", commune.code())
                    .put("name", commune.name())
                    .put("population", commune.population());
            put(properties, "apl_today", apl[index]);
            put(properties, "apl_then", aplThen[index]);
            put(properties, "minutes_to_centre_today", minutes[index]);
            put(properties, "minutes_to_centre_then", minutesThen[index]);
        }
    }

    private static void put(ObjectNode properties, String name, double value) {
        if (Double.isFinite(value)) {
            properties.put(name, value);
        } else {
            properties.putNull(name);
        }
    }

    private static ObjectNode point(ArrayNode features, double lat, double lon, String kind) {
        var feature = features.addObject().put("type", "Feature");
        feature.putObject("geometry")
                .put("type", "Point")
                .putArray("coordinates")
                .add(lon)
                .add(lat);
        return feature.putObject("properties").put("kind", kind);
    }
}
