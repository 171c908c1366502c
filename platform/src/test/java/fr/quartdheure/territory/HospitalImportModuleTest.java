package fr.quartdheure.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.CommuneImport;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.Remark;
import fr.quartdheure.support.OpenData;
import fr.quartdheure.support.TestDatabase;
import fr.quartdheure.territory.Establishment.Teller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hospitals from the register, and emergency departments and maternities from lists, as people have them. */
class HospitalImportModuleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String REGISTER = "finess,categ,raison_sociale,raison_sociale_longue,code_insee,lat,lon\n";
    private static final String LIST = "kind,name,code_insee,lat,lon,finess\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final HospitalImport hospitals = HospitalImport.on(database, clock);
    private final Establishments establishments = new Establishments(jdbc, clock);

    @Test
    void theHospitalsOfOccitanieImportOnce() throws IOException {
        CommuneImport.on(database)
                .run(
                        new ImportRequest(OpenData.file("communes/communes_occitanie_2025.csv"), null, false),
                        ImportProgress.SILENT);
        Path file = OpenData.file("finess/structures_occitanie.csv");
        int rows = 0;
        Set<String> filed = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            if (List.of("355", "101", "365").contains(line.split(",")[1])) {
                filed.add(line.split(",")[0]);
            }
            rows++;
        }
        var request = new ImportRequest(file, "76", false, "FINESS 2025");
        var report = hospitals.run(request, ImportProgress.SILENT);
        assertThat(report.refused()).isEmpty();
        int annexes = Integer.parseInt(remark(report, "import.remark.annexes"));
        assertThat(report.added() + annexes).as("of category 355, 101 or 365").isEqualTo(filed.size());
        assertThat(report.skipped()).isEqualTo(rows - 1 - report.added());
        assertThat(establishments.list())
                .allMatch(one -> one.kind() == EstablishmentKind.HOSPITAL && filed.contains(one.finess()))
                .extracting(Establishment::name)
                .contains("CENTRE HOSPITALIER SAINT JEAN PERPIGNAN", "CLINIQUE SAINT MICHEL", "CHU MONTPELLIER")
                .noneMatch(name -> name.contains("SMUR") || name.contains("LABORATOIRE"));
        assertThat(establishments.lineage(EstablishmentKind.HOSPITAL))
                .containsExactly(new Lineage("FINESS 2025", NOW, report.added(), false));
        assertThat(hospitals.run(request, ImportProgress.SILENT).changesNothing())
                .isTrue();
    }

    @Test
    void aPlaceOfSeveralKindsIsOneOfEach() throws IOException {
        settle();
        var report = run(LIST + """
                hospital,Centre hospitalier,66136,42.723,2.890,660000084
                emergency-department,Centre hospitalier,66136,42.723,2.890,660000084
                maternité,Centre hospitalier,66136,"42,723","2,890",
                """);
        assertThat(report.refused()).isEmpty();
        var at = new Position(42.723, 2.890);
        assertThat(establishments.list())
                .containsExactlyInAnyOrder(
                        of(EstablishmentKind.HOSPITAL, "660000084", at),
                        of(EstablishmentKind.EMERGENCY_DEPARTMENT, "660000084", at),
                        of(EstablishmentKind.PERINATAL_CENTRE, null, at));
    }

    @Test
    void aFileIsCompleteForTheKindsAndDepartementsItNames() throws IOException {
        settle();
        run(LIST + """
                emergency-department,Saint-Jean,66136,42.723,2.890,
                emergency-department,Vallespir,66049,42.492,2.754,
                emergency-department,Chiva,09001,43.05,1.47,
                perinatal-centre,Saint-Jean,66136,42.723,2.890,
                """);
        run(REGISTER + "660000084,355,CH PERPIGNAN,,66136,42.723,2.890\n");
        assertThat(establishments.list())
                .as("another kind of file takes nothing away")
                .hasSize(5);
        var report = run(LIST + "emergency-department,Saint-Jean,66136,42.724,2.890,\n");
        assertThat(remark(report, "import.remark.closed")).isEqualTo("1");
        assertThat(establishments.list())
                .extracting(one -> one.kind().code() + " " + one.name())
                .containsExactlyInAnyOrder(
                        "hospital CH PERPIGNAN",
                        "emergency-department Saint-Jean",
                        "emergency-department Chiva",
                        "perinatal-centre Saint-Jean");
        var again = run(LIST + "emergency-department,Saint-Jean,66136,42.724,2.890,\n");
        assertThat(again.changesNothing()).isTrue();
        assertThat(again.remarks()).isEmpty();
    }

    @Test
    void nothingIsTakenAwayWhileARowIsRefused() throws IOException {
        settle();
        run(LIST + "hospital,Saint-Jean,66136,42.7,2.9,\nhospital,Vallespir,66049,42.492,2.754,\n");
        Path file = Files.writeString(
                folder.resolve("list.csv"), LIST + "hospital,Saint-Jean,66136,42.8,2.9,\nhospital,,66049,42.4,2.7,\n");
        var kept = hospitals.run(new ImportRequest(file, null, true), ImportProgress.SILENT);
        assertThat(kept.updated()).isEqualTo(1);
        assertThat(establishments.list()).extracting(Establishment::name).contains("Vallespir");
    }

    @Test
    void partsOfAHospitalAndOtherStructuresAreLeftAside() throws IOException {
        settle();
        var report = run(REGISTER + """
                660000084,355,CH PERPIGNAN,CENTRE HOSPITALIER SAINT JEAN,66136,42.723,2.890
                660009861,355,CH PERPIGNAN SMUR ANTENNE ERR,,66136,42.4,2.0
                660786823,355,LABORATOIRE DE BIOCHIMIE CH PERPIGNAN,,66136,42.7,2.9
                660000001,620,PHARMACIE,,66136,42.7,2.9
                """);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(3);
        assertThat(remark(report, "import.remark.annexes")).isEqualTo("2");
        assertThat(establishments.list())
                .extracting(Establishment::name)
                .containsExactly("CENTRE HOSPITALIER SAINT JEAN");
    }

    @Test
    void rowsThatCannotBeBelievedAreNamedAndNothingIsWritten() throws IOException {
        settle();
        var report = run(LIST + """
                hospital,Saint-Jean,66136,42.7,2.9,660000084
                hospital,Encore,66136,42.7,2.9,660000084
                clinic,Saint-Jean,66136,42.7,2.9,
                hospital,,66136,42.7,2.9,
                hospital,Saint-Jean,66136,2.9,42.7,
                hospital,Saint-Jean,66136,,2.9,
                hospital,Saint-Jean,66136,42.7,2.9,12
                hospital,Saint-Jean,66999,42.7,2.9,
                hospital,Saint-Jean,Perpignan,42.7,2.9,
                hospital,Saint-Jean
                hospital,Vallespir,66049,42.492,2.754,
                """);
        assertThat(keys(report))
                .containsExactly(
                        "import.row.duplicate",
                        "import.row.kind",
                        "import.row.name",
                        "import.row.swapped",
                        "import.row.noposition",
                        "import.row.finess",
                        "import.row.commune",
                        "import.row.code",
                        "import.row.width");
        assertThat(report.refused().getFirst().line()).isEqualTo(3);
        assertThat(report.applied()).isFalse();
        assertThat(establishments.list()).isEmpty();
        assertThat(keys(run(REGISTER + "660000084,hopital,CH,,66136,42.7,2.9\n")))
                .contains("import.row.category");
        assertThat(keys(run(REGISTER + ",355,CH,,66136,42.7,2.9\n"))).contains("import.row.finess");
    }

    @Test
    void aFileOfAnotherFormIsRefusedWhole() throws IOException {
        settle();
        assertThat(keys(run("name,code_insee,lat,lon\nSaint-Jean,66136,42.7,2.9\n")))
                .containsExactly("import.file.columns");
        assertThat(keys(run("kind,name,lat,lon\nhospital,Saint-Jean,42.7,2.9\n")))
                .containsExactly("import.file.columns");
        assertThat(keys(run(LIST))).containsExactly("import.file.empty");
    }

    @Test
    void anImportMakesAnEdition() throws IOException {
        settle();
        var editions = new Editions(jdbc);
        long before = editions.current();
        run(LIST + "hospital,Saint-Jean,66136,42.7,2.9,\n");
        assertThat(editions.current()).isEqualTo(before + 1);
    }

    private static Establishment of(EstablishmentKind kind, @Nullable String finess, Position at) {
        return new Establishment(kind, finess, "Centre hospitalier", "66136", at, Teller.LIST, "hospitals.csv");
    }

    private void settle() {
        Communes.on(jdbc)
                .saveAll(List.of(
                        new Commune("09001", "Aigues-Juntes", List.of("09240"), 58, 43.05, 1.47, null, false),
                        new Commune("66049", "Céret", List.of("66400"), 8000, 42.486, 2.748, null, false),
                        new Commune("66136", "Perpignan", List.of("66000"), 119656, 42.697, 2.899, null, false)));
    }

    private ImportReport run(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("hospitals.csv"), content);
        return hospitals.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
    }

    private static String remark(ImportReport report, String key) {
        return report.remarks().stream()
                .filter(remark -> remark.key().equals(key))
                .map(Remark::arguments)
                .findFirst()
                .orElseThrow()
                .getFirst();
    }

    private static List<String> keys(ImportReport report) {
        return report.refused().stream().map(Refused::key).toList();
    }
}
