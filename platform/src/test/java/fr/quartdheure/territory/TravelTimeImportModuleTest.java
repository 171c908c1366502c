package fr.quartdheure.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.directory.StructureImport;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class TravelTimeImportModuleTest {

    private static final String PERPIGNAN = "660012147";
    private static final String ARLES = "660012148";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Communes communes = Communes.on(jdbc);
    private final TravelTimeImport imports = TravelTimeImport.on(database);

    @Test
    void whatWasImportedLeavesWithAPlaceThatMoves() throws IOException {
        run("origin,destination,minutes\n66179," + ARLES + ",25\n");
        structure(ARLES, 42.4502, 2.6263);
        assertThat(minutes("66179", ARLES)).isEqualTo(25);
        structure(ARLES, 42.397, 2.621);
        assertThat(minutes("66179", ARLES)).isLessThan(1);
    }

    private void structure(String finess, double lat, double lon) throws IOException {
        Path file = Files.writeString(folder.resolve("again.csv"), """
                finess,categ,raison_sociale,code_insee,lat,lon
                %s,603,MSP DU TECH,66009,%s,%s
                """.formatted(finess, lat, lon));
        StructureImport.on(database).run(new ImportRequest(file, null, false), ImportProgress.SILENT);
    }

    @BeforeEach
    void settle() throws IOException {
        communes.saveAll(List.of(
                new Commune("66136", "Perpignan", List.of("66000"), 119656, 42.697, 2.899, null, false),
                new Commune("66136-est", "Perpignan Est", List.of("66000"), 30000, 42.7, 2.93, "66136", false),
                new Commune("66009", "Arles-sur-Tech", List.of("66150"), 2794, 42.45, 2.626, null, false),
                new Commune("66179", "Saint-Laurent", List.of("66260"), 1027, 42.397, 2.621, null, false)));
        Path file = Files.writeString(folder.resolve("structures.csv"), """
                finess,categ,raison_sociale,code_insee,lat,lon
                %s,124,CDS DE LA LOGE,66136,42.6995,2.8938
                %s,603,MSP DU TECH,66009,42.4501,2.6262
                """.formatted(PERPIGNAN, ARLES));
        StructureImport.on(database).run(new ImportRequest(file, null, false), ImportProgress.SILENT);
    }

    @Test
    void aPlaceIsNamedByItsIdItsNumberOrItsCommune() throws IOException {
        assertThat(minutes("66179", ARLES)).isLessThan(12);
        UUID site = site(ARLES);
        assertThat(run("origin,destination,minutes\n66179," + ARLES + ",25\n").updated())
                .isEqualTo(1);
        assertThat(minutes("66179", ARLES)).isEqualTo(25);
        assertThat(run("Origine;Arrivée;Durée (minutes)\n66179;" + site + ";26,5\n".replace("(", ""))
                        .refused())
                .hasSize(1);
        assertThat(run("Origine;Arrivée;Durée\n66179;" + site + ";26,5\n").updated())
                .isEqualTo(1);
        assertThat(minutes("66179", ARLES)).isEqualTo(26.5);
        assertThat(run("origin,destination,minutes\n66136-est,66136,9\n66179,66136,70\n")
                        .applied())
                .isTrue();
        assertThat(minutes("66136-est", PERPIGNAN)).isEqualTo(9);
        assertThat(minutes("66179", PERPIGNAN)).isEqualTo(70);
    }

    @Test
    void whatWasImportedOutlivesEveryEstimate() throws IOException {
        String content = "origin,destination,minutes\n66179," + ARLES + ",25\n66179,66136,70\n";
        run(content);
        assertThat(run(content).changesNothing()).isTrue();
        communes.saveAll(
                List.of(new Commune("66179", "Saint-Laurent", List.of("66260"), 1030, 42.398, 2.622, null, true)));
        assertThat(minutes("66179", ARLES)).isEqualTo(25);
        assertThat(minutes("66179", PERPIGNAN)).isEqualTo(70);
    }

    @Test
    void rowsThatCannotBeBelievedAreNamedAndNothingIsWritten() throws IOException {
        var report = run("""
                origin,destination,minutes
                66179,660012148,25
                66179,660012148,25
                66179,66009,25
                66179,660099999,25
                66999,660012148,25
                66179,66136,-3
                66179,66136,2000
                66179,66136,quick
                66179,66179,5
                66179
                66136,66009,30
                """);
        assertThat(report.refused())
                .extracting(Refused::key)
                .containsExactly(
                        "import.row.duplicate",
                        "import.row.duplicate",
                        "import.row.destination",
                        "import.row.commune",
                        "import.row.number",
                        "import.row.number",
                        "import.row.number",
                        "import.row.width");
        assertThat(report.skipped()).as("nothing stands in Saint-Laurent").isEqualTo(1);
        assertThat(report.applied()).isFalse();
        assertThat(minutes("66179", ARLES)).isLessThan(12);
        var kept = imports.run(new ImportRequest(folder.resolve("minutes.csv"), null, true), ImportProgress.SILENT);
        assertThat(kept.applied()).isTrue();
        assertThat(minutes("66179", ARLES)).isEqualTo(25);
        assertThat(minutes("66136", ARLES)).isEqualTo(30);
    }

    @Test
    void aFileCutAfterABatchLeavesNothingBehind() throws IOException {
        var content = new StringBuilder("origin,destination,minutes\n66179,660012148,25\n");
        assertThat(run(content + "66136,6600").refused())
                .extracting(Refused::key)
                .containsExactly("import.file.truncated");
        assertThat(minutes("66179", ARLES)).isLessThan(12);
        assertThat(run("origin,destination\n66179,660012148\n").refused())
                .extracting(Refused::key)
                .containsExactly("import.file.columns");
        assertThat(run("").applied()).isFalse();
    }

    private double minutes(String origin, String finess) {
        return jdbc.sql("select minutes from geo.travel where origin_code = ? and place_id = ?")
                .param(origin)
                .param(site(finess))
                .query(Float.class)
                .optional()
                .map(Float::doubleValue)
                .orElse(Double.NaN);
    }

    private UUID site(String finess) {
        return jdbc.sql("select id from directory.site where finess = ?")
                .param(finess)
                .query(UUID.class)
                .single();
    }

    private ImportReport run(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("minutes.csv"), content);
        return imports.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
    }
}
