package fr.quartdheure.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes as they are stored: one object each, told apart by "what". */
@Component
class ChangesJson {

    private final JsonMapper mapper;

    ChangesJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(List<Change> changes) {
        var all = mapper.createArrayNode();
        for (Change change : changes) {
            var one = all.addObject();
            switch (change) {
                case Change.Opening opening ->
                    one.put("what", "opening")
                            .put("name", opening.name())
                            .put("lat", opening.lat())
                            .put("lon", opening.lon())
                            .put("doctors", opening.doctors());
                case Change.Closure closure ->
                    one.put("what", "closure")
                            .put("site", closure.siteId().toString())
                            .put("name", closure.name());
                case Change.Departure departure ->
                    one.put("what", "departure")
                            .put("commune", departure.communeCode())
                            .put("name", departure.name())
                            .put("doctors", departure.doctors());
            }
        }
        return mapper.writeValueAsString(all);
    }

    List<Change> read(String text) {
        var changes = new ArrayList<Change>();
        for (JsonNode one : mapper.readTree(text)) {
            String name = one.get("name").asString();
            changes.add(
                    switch (one.get("what").asString()) {
                        case "opening" ->
                            new Change.Opening(
                                    name,
                                    one.get("lat").asDouble(),
                                    one.get("lon").asDouble(),
                                    one.get("doctors").asInt());
                        case "closure" ->
                            new Change.Closure(UUID.fromString(one.get("site").asString()), name);
                        case "departure" ->
                            new Change.Departure(
                                    one.get("commune").asString(),
                                    name,
                                    one.get("doctors").asInt());
                        case String other -> throw new IllegalArgumentException("no such change: " + other);
                    });
        }
        return changes;
    }
}
