package fr.quartdheure.desk.steering;

import fr.quartdheure.planning.Change;
import fr.quartdheure.planning.Scenario;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The openings of a scenario as GeoJSON points (RFC 7946: longitude first). */
@Component
class ScenarioGeoJson {

    private final JsonMapper json;

    ScenarioGeoJson(JsonMapper json) {
        this.json = json;
    }

    String of(Scenario scenario) {
        var collection =
                json.createObjectNode().put("type", "FeatureCollection").put("name", scenario.name());
        var features = collection.putArray("features");
        for (Change change : scenario.changes()) {
            if (change instanceof Change.Opening opening) {
                var feature = features.addObject().put("type", "Feature");
                feature.putObject("properties").put("name", opening.name()).put("doctors", opening.doctors());
                feature.putObject("geometry")
                        .put("type", "Point")
                        .putArray("coordinates")
                        .add(opening.lon())
                        .add(opening.lat());
            }
        }
        return json.writeValueAsString(collection);
    }
}
