package fr.quartdheure.territory;

import fr.quartdheure.intake.FileRefused;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the features of a GeoJSON FeatureCollection one by one, in whatever letters it is written. */
final class ContourFile {

    private static final String SHAPE = "{type: FeatureCollection, features: [{properties: {code, nom}, geometry}]}";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int EVERY = 20;

    /**
     * A feature as the file writes it.
     *
     * @param number its place among the features, from 1: these files are often one single line
     */
    record Feature(long number, String code, JsonNode geometry) {}

    private ContourFile() {}

    static void read(Path file, Consumer<Feature> features, ImportProgress progress) throws IOException, FileRefused {
        if (Files.size(file) == 0) {
            throw new FileRefused(Refused.file("import.file.empty"));
        }
        try (var letters = Files.newBufferedReader(file, TableFile.letters(file));
                JsonParser parser = JSON.createParser(letters)) {
            if (!toFeatures(parser)) {
                throw new FileRefused(Refused.file("import.file.json", SHAPE));
            }
            long size = Files.size(file);
            long number = 0;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                features.accept(feature(++number, parser.readValueAsTree()));
                if (number % EVERY == 0) {
                    progress.at(number, parser.currentLocation().getCharOffset(), size);
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new FileRefused(Refused.file("import.file.cut"));
            }
            toTheEnd(parser);
        } catch (JacksonException e) {
            throw new FileRefused(Refused.file("import.file.cut"));
        }
    }

    /** Whether the parser now stands in the array of features. */
    private static boolean toFeatures(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = "features".equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (found) {
                return value == JsonToken.START_ARRAY;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** What follows the features is read so that a file cut there is noticed. */
    private static void toTheEnd(JsonParser parser) throws FileRefused {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new FileRefused(Refused.file("import.file.cut"));
        }
    }

    private static Feature feature(long number, JsonNode feature) {
        JsonNode properties = feature.path("properties");
        String code = properties.path("code").asString("");
        return new Feature(
                number, code.isEmpty() ? properties.path("insee").asString("") : code, feature.path("geometry"));
    }
}
