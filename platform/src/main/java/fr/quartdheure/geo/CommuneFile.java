package fr.quartdheure.geo;

import fr.quartdheure.intake.Column;
import fr.quartdheure.intake.FileRefused;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.TableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads communes from a CSV file or from the JSON array of the State's commune API, row by row. */
final class CommuneFile {

    private static final Column CODE = Column.required("code", "code", "insee_com", "code_insee", "codgeo", "com");
    private static final Column NAME =
            Column.required("name", "nom_standard", "commune_article", "nom", "libelle", "nom_commune", "commune");
    private static final Column POST =
            Column.required("postal code", "cp", "code_postal", "codes_postaux", "codespostaux");
    private static final Column PEOPLE = Column.required(
            "population", "population", "population_2023", "population_2022", "population_2021", "pmun");
    private static final Column LAT = Column.required("latitude", "latitude_centre", "lat", "latitude");
    private static final Column LON = Column.required("longitude", "longitude_centre", "lng", "lon", "longitude");
    private static final Column TYPE = Column.optional("type", "commune_type", "typecom");
    private static final Column EPCI = Column.optional("EPCI", "epci_code", "code_epci", "epci", "codeepci");
    private static final Column EPCI_NAME = Column.optional("name of the EPCI", "epci_nom", "nom_epci", "libepci");
    private static final List<Column> COLUMNS = List.of(CODE, NAME, POST, PEOPLE, LAT, LON, TYPE, EPCI, EPCI_NAME);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int EVERY = 200;

    private CommuneFile() {}

    static void read(Path file, Consumer<CommuneRow> rows, ImportProgress progress) throws IOException, FileRefused {
        if (isJson(file)) {
            readJson(file, rows, progress);
            return;
        }
        try (var table = TableFile.open(file, COLUMNS, progress)) {
            while (table.hasNext()) {
                rows.accept(row(table.next()));
            }
        }
    }

    private static CommuneRow row(TableFile.Row row) {
        return new CommuneRow(
                row.line(),
                row.whole(),
                row.value(TYPE),
                row.value(CODE),
                row.value(NAME),
                row.value(POST),
                row.value(PEOPLE),
                row.value(LAT),
                row.value(LON),
                new CommuneRow.WrittenEpci(row.value(EPCI), row.value(EPCI_NAME)));
    }

    private static boolean isJson(Path file) throws IOException {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            int letter = input.read();
            while (letter >= 0 && (Character.isWhitespace(letter) || letter > 0x7F)) {
                letter = input.read();
            }
            return letter == '[' || letter == '{';
        }
    }

    private static void readJson(Path file, Consumer<CommuneRow> rows, ImportProgress progress)
            throws IOException, FileRefused {
        long size = Files.size(file);
        long count = 0;
        try (JsonParser parser = JSON.createParser(file)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new FileRefused(
                        Refused.file("import.file.json", "[{code, nom, codesPostaux, population, centre}]"));
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                long line = parser.currentTokenLocation().getLineNr();
                rows.accept(row(line, parser.readValueAsTree()));
                if (++count % EVERY == 0) {
                    progress.at(count, parser.currentLocation().getByteOffset(), size);
                }
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new FileRefused(Refused.file("import.file.cut"));
            }
        } catch (JacksonException e) {
            throw new FileRefused(Refused.file("import.file.cut"));
        }
    }

    private static CommuneRow row(long line, JsonNode node) {
        var posts = new StringBuilder();
        node.path("codesPostaux")
                .forEach(post -> posts.append(post.asString("")).append(' '));
        JsonNode point = node.path("centre").path("coordinates");
        return new CommuneRow(
                line,
                true,
                "",
                node.path("code").asString(""),
                node.path("nom").asString(""),
                posts.toString(),
                node.path("population").asString(""),
                point.path(1).asString(""),
                point.path(0).asString(""),
                new CommuneRow.WrittenEpci(
                        node.path("epci").path("code").asString(""),
                        node.path("epci").path("nom").asString("")));
    }
}
