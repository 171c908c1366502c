package fr.quartdheure.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.support.OpenData;
import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommuneImportModuleTest {

    private static final String HEADER = "code,nom_standard,cp,population,latitude_centre,longitude_centre\n";
    private static final String PERPIGNAN = "66136,Perpignan,66000,119656,42.697,2.899\n";
    private static final String CERET = "66049,Céret,66400,8000,42.486,2.748\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final CommuneImport imports = CommuneImport.on(database);
    private final Communes communes = Communes.on(JdbcClient.create(database));
    private final Epcis epcis = new Epcis(JdbcClient.create(database));

    @Test
    void theCommunesOfOccitanieImportOnceAndForAll() throws IOException {
        Path file = OpenData.file("communes/communes_occitanie_2025.csv");
        var rows = new AtomicLong();
        var report = imports.run(new ImportRequest(file, null, false), (row, bytes, total) -> rows.set(row));
        assertThat(report.refused()).isEmpty();
        assertThat(report.added()).isEqualTo(4453);
        assertThat(communes.count()).isEqualTo(4453);
        assertThat(rows.get()).isEqualTo(4400);
        assertThat(epcis.byCommune()).hasSize(4453);
        assertThat(epcis.byCommune().values().stream().distinct()).hasSize(164);
        var again = imports.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
        assertThat(again.unchanged()).isEqualTo(4453);
        assertThat(again.changesNothing()).isTrue();
    }

    @Test
    void allOfFranceImportsAndIsSearched() throws IOException {
        Path file = OpenData.file("communes/communes_france_2024.csv");
        var whole = imports.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
        assertThat(whole.applied()).isFalse();
        assertThat(whole.refused()).extracting(Refused::key).containsOnly("import.row.noposition");
        var report = imports.run(new ImportRequest(file, null, true), ImportProgress.SILENT);
        assertThat(report.added()).isEqualTo(34931 - report.refused().size());
        assertThat(report.skipped()).isEqualTo(793 + 46);
        assertThat(communes.find("66136").orElseThrow().postalCodes()).containsExactly("66000", "66100");
        assertThat(communes.find("2A004").orElseThrow().postalCodes()).hasSize(3);
        assertThat(communes.search("perpignan", 8))
                .first()
                .extracting(Commune::code)
                .isEqualTo("66136");
        assertThat(communes.search("perpinan", 8)).extracting(Commune::code).contains("66136");
        assertThat(communes.search("st laurent de cerdans", 8))
                .extracting(Commune::code)
                .containsExactly("66179");
        assertThat(communes.search("66000", 8)).extracting(Commune::code).containsExactly("66136");
    }

    @Test
    void oneRegionIsTakenFromTheWholeCountry() throws IOException {
        Path file = OpenData.file("communes/communes_france_2024.csv");
        var report = imports.run(new ImportRequest(file, "76", false), ImportProgress.SILENT);
        assertThat(report.added()).isEqualTo(4453);
        assertThat(report.refused()).isEmpty();
    }

    @Test
    void theLettersAreRecognised() throws IOException {
        var windows = Charset.forName("windows-1252");
        assertThat(run(HEADER + CERET, windows).added()).isEqualTo(1);
        assertThat(communes.find("66049").orElseThrow().name()).isEqualTo("Céret");
        assertThat(run("\uFEFF" + HEADER + CERET, StandardCharsets.UTF_8).unchanged())
                .isEqualTo(1);
        assertThat(run((HEADER + CERET).replace(',', ';'), windows).unchanged()).isEqualTo(1);
    }

    @Test
    void columnsAreFoundWhereverTheyStand() throws IOException {
        var report = run("lon,lat,pmun,Code postal,NOM,Code INSEE\n2.899,42.697,119656,66000,Perpignan,66136\n");
        assertThat(report.added()).isEqualTo(1);
    }

    @Test
    void missingColumnsAreNamedWithWhatIsExpected() throws IOException {
        var report = run("code,nom_standard,cp\n66136,Perpignan,66000\n");
        assertThat(report.applied()).isFalse();
        assertThat(report.refused()).singleElement().satisfies(reason -> {
            assertThat(reason.key()).isEqualTo("import.file.columns");
            assertThat(reason.arguments().getFirst()).isEqualTo("population, latitude, longitude");
        });
    }

    @Test
    void columnsThatChangedPlacesAreRefused() throws IOException {
        var report = run(HEADER + "Perpignan,66136,66000,119656,42.697,2.899\nCéret,66049,66400,8000,42.486,2.748\n");
        assertThat(keys(report)).containsExactly("import.file.swapped", "import.row.code", "import.row.code");
        var turned = run(HEADER + "66136,Perpignan,66000,119656,2.899,42.697\n");
        assertThat(keys(turned)).containsExactly("import.file.swapped", "import.row.swapped");
        assertThat(communes.count()).isZero();
    }

    @Test
    void aCutFileIsRefusedWhole() throws IOException {
        var report = run(HEADER + PERPIGNAN + "66049,Cér");
        assertThat(keys(report)).containsExactly("import.file.truncated");
        assertThat(run(HEADER + PERPIGNAN + "66049,\"Cér").refused()).hasSize(1);
        assertThat(communes.count()).isZero();
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        assertThat(keys(run(""))).containsExactly("import.file.empty");
        assertThat(keys(run(HEADER))).containsExactly("import.file.empty");
        assertThat(keys(run("[]"))).containsExactly("import.file.empty");
    }

    @Test
    void oneBadRowStopsAllUnlessAskedToKeepGoing() throws IOException {
        String content = HEADER + PERPIGNAN + PERPIGNAN + "66049,Céret,66400,many,42.486,2.748\n66050,Clara\n" + CERET;
        var stopped = run(content);
        assertThat(stopped.applied()).isFalse();
        assertThat(stopped.refused()).extracting(Refused::line).containsExactly(3L, 4L, 5L);
        assertThat(keys(stopped)).containsExactly("import.row.duplicate", "import.row.population", "import.row.width");
        assertThat(communes.count()).isZero();
        Path file = write(content, StandardCharsets.UTF_8);
        var kept = imports.run(new ImportRequest(file, null, true), ImportProgress.SILENT);
        assertThat(kept.applied()).isTrue();
        assertThat(communes.count()).isEqualTo(2);
    }

    @Test
    void theCommuneApiOfTheStateIsRead() throws IOException {
        var report = run("""
                [{"code":"66136","nom":"Perpignan","codesPostaux":["66000","66100"],"population":119656,
                  "centre":{"type":"Point","coordinates":[2.899,42.697]}},
                 {"code":"66049","nom":"Céret","codesPostaux":["66400"],"population":8000}]
                """);
        assertThat(keys(report)).containsExactly("import.row.noposition");
        assertThat(run("""
                [{"code":"66136","nom":"Perpignan","codesPostaux":["66000","66100"],"population":119656,
                  "centre":{"type":"Point","coordinates":[2.899,42.697]}}]
                """).added()).isEqualTo(1);
        assertThat(communes.find("66136").orElseThrow().postalCodes()).containsExactly("66000", "66100");
        assertThat(keys(run("[{\"code\":\"66136\",\"nom\":"))).containsExactly("import.file.cut");
    }

    @Test
    void theEpciIsKeptWhereTheFileNamesIt() throws IOException {
        String header = HEADER.strip() + ",epci_code,epci_nom\n";
        String metropolis = ",200027183,Perpignan Méditerranée Métropole\n";
        assertThat(run(HEADER + PERPIGNAN).added()).isEqualTo(1);
        assertThat(epcis.byCommune()).isEmpty();
        assertThat(run(header + PERPIGNAN.strip() + metropolis).updated()).isEqualTo(1);
        assertThat(epcis.byCommune()).containsEntry("66136", new Epci("200027183", "Perpignan Méditerranée Métropole"));
        assertThat(run(HEADER + PERPIGNAN).changesNothing()).isTrue();
        assertThat(epcis.byCommune()).as("a file without EPCI takes none away").hasSize(1);
        assertThat(run(header + CERET.strip() + ",ZZZZZZZZZ,Sans objet\n").added())
                .isEqualTo(1);
        assertThat(keys(run(header + CERET.strip() + ",metropole,66049\n"))).contains("import.row.epci");
    }

    @Test
    void whatThePlatformKnowsBesideStays() throws IOException {
        communes.saveAll(List.of(
                new Commune("66136", "Perpignan", List.of("66000", "66100"), 1, 42.7, 2.9, null, true),
                new Commune("66136-est", "Perpignan Est", List.of("66000"), 1, 42.7, 2.93, "66136", false)));
        assertThat(run(HEADER + PERPIGNAN).updated()).isEqualTo(1);
        var perpignan = communes.find("66136").orElseThrow();
        assertThat(perpignan.mountain()).isTrue();
        assertThat(perpignan.postalCodes()).containsExactly("66000", "66100");
        assertThat(perpignan.population()).isEqualTo(119656);
        assertThat(communes.districtsOf("66136")).hasSize(1);
    }

    private ImportReport run(String content) throws IOException {
        return run(content, StandardCharsets.UTF_8);
    }

    private ImportReport run(String content, Charset letters) throws IOException {
        return imports.run(new ImportRequest(write(content, letters), null, false), ImportProgress.SILENT);
    }

    private Path write(String content, Charset letters) throws IOException {
        return Files.writeString(folder.resolve("communes.csv"), content, letters);
    }

    private static List<String> keys(ImportReport report) {
        return report.refused().stream().map(Refused::key).toList();
    }
}
