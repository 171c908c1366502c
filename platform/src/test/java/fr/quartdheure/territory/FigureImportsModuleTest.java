package fr.quartdheure.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.CommuneImport;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.support.OpenData;
import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Official accessibility, care offered and zones, from files as people have them. */
class FigureImportsModuleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final AplImport aplImport = AplImport.on(database, clock);
    private final SupplyImport supplyImport = SupplyImport.on(database, clock);
    private final ZoningImport zoningImport = ZoningImport.on(database, clock);
    private final OfficialApls apls = new OfficialApls(jdbc, clock);
    private final Supplies supplies = new Supplies(jdbc, clock);
    private final Zonings zonings = new Zonings(jdbc, clock);

    @Test
    void theOfficialAplOfOccitanieImportsOnce() throws IOException {
        occitanie();
        var request = new ImportRequest(
                OpenData.file("apl/apl_mg_communes_occitanie_2023.csv"), null, false, "DREES, APL 2023");
        var report = aplImport.run(request, ImportProgress.SILENT);
        assertThat(report.refused()).isEmpty();
        assertThat(report.added()).isEqualTo(4453);
        assertThat(apls.years()).containsExactly(2023);
        var perpignan = apls.ofYear(2023).stream()
                .filter(apl -> apl.communeCode().equals("66136"))
                .findFirst()
                .orElseThrow();
        assertThat(perpignan.allDoctors()).isEqualTo(4.826);
        assertThat(mean()).as("mean of the region").isCloseTo(3.920, within(0.0005));
        assertThat(apls.lineage(2023)).containsExactly(new Lineage("DREES, APL 2023", NOW, 4453, false));
        assertThat(aplImport.run(request, ImportProgress.SILENT).changesNothing())
                .isTrue();
    }

    private double mean() {
        double consultations = 0;
        double people = 0;
        for (OfficialApl apl : apls.ofYear(2023)) {
            double standardised = apl.standardised() == null ? 0 : apl.standardised();
            consultations += apl.allDoctors() * standardised;
            people += standardised;
        }
        return consultations / people;
    }

    @Test
    void theStandInSupplyOfOccitanieIsKeptAsAnEstimate() throws IOException {
        occitanie();
        var request = new ImportRequest(OpenData.file("apl/offre_mg_estimee_occitanie.csv"), null, false);
        var report = supplyImport.run(request, ImportProgress.SILENT);
        assertThat(report.refused()).isEmpty();
        assertThat(report.added()).isEqualTo(4453);
        assertThat(report.remarks()).extracting("key").containsExactly("import.remark.estimated");
        assertThat(supplies.ofService("general-practice")).hasSize(4453).allMatch(Supply::estimated);
        assertThat(supplies.lineage("general-practice"))
                .containsExactly(new Lineage("offre_mg_estimee_occitanie.csv", NOW, 4453, true));
        assertThat(supplyImport.run(request, ImportProgress.SILENT).changesNothing())
                .isTrue();
    }

    @Test
    void zeroesThatSpreadsheetsLoseAndQuotedCommasAreUnderstood() throws IOException {
        settle();
        assertThat(run(aplImport, """
                code,nom,apl_2023,apl_65_2023,pop_std_2023,pop_2023
                9001,"Aigues-Juntes, le bourg","2,884","2,383","64,779",58
                """).added()).isEqualTo(1);
        assertThat(apls.list())
                .containsExactly(new OfficialApl("09001", 2023, 2.884, 2.383, 64.779, 58.0, "figures.csv"));
    }

    @Test
    void theHeadingsOfTheDreesAreKnownAndTheYearMustStandSomewhere() throws IOException {
        settle();
        String heading = "Code commune INSEE;Commune;APL aux médecins généralistes;APL aux médecins généralistes de 65"
                + " ans et moins;Population standardisée 2021 pour la médecine générale;Population totale 2021";
        assertThat(keys(run(aplImport, heading + "\n66136;Perpignan;4,826;4,5;120000;119656\n")))
                .containsExactly("import.file.year");
        assertThat(run(aplImport, heading + ";Année\n66136;Perpignan;4,826;4,5;120000;119656;2022\n")
                        .added())
                .isEqualTo(1);
        assertThat(apls.years()).containsExactly(2022);
    }

    @Test
    void ofSeveralYearsSideBySideTheLatestIsTaken() throws IOException {
        settle();
        run(aplImport, "code,apl_2022,apl_2023\n66136,4.1,4.8\n");
        assertThat(apls.list()).extracting(OfficialApl::year).containsExactly(2023);
    }

    @Test
    void valuesThatCannotBeBelievedAreNamed() throws IOException {
        settle();
        var report = run(aplImport, """
                code,nom,apl_2023,apl_65_2023,pop_std_2023,pop_2023
                66136,Perpignan,4.826,4.5,120000,119656
                66136,Perpignan,4.826,4.5,120000,119656
                09001,Aigues-Juntes,-1,0,1,1
                09001,Aigues-Juntes,119656,0,1,1
                09001,Aigues-Juntes,many,0,1,1
                09001,Aigues-Juntes,1,2,1,1
                66001,Alénya,1,1,1,1
                Perpignan,66136,1,1,1,1
                09001
                66049,Céret,1,1,1,1
                """);
        assertThat(keys(report))
                .containsExactly(
                        "import.row.duplicate",
                        "import.row.number",
                        "import.row.number",
                        "import.row.number",
                        "import.row.series",
                        "import.row.commune",
                        "import.row.code",
                        "import.row.width");
        assertThat(report.refused().getFirst().line()).isEqualTo(3);
        assertThat(report.applied()).isFalse();
        assertThat(apls.list()).isEmpty();
        var kept = aplImport.run(new ImportRequest(folder.resolve("figures.csv"), null, true), ImportProgress.SILENT);
        assertThat(kept.added()).isEqualTo(2);
    }

    @Test
    void filesThatAreNotWhatTheyShouldBeAreRefusedWhole() throws IOException {
        settle();
        assertThat(keys(run(aplImport, ""))).containsExactly("import.file.empty");
        assertThat(keys(run(aplImport, "code,apl_2023\n"))).containsExactly("import.file.empty");
        assertThat(keys(run(aplImport, "code,nom\n66136,Perpignan\n"))).containsExactly("import.file.columns");
        assertThat(keys(run(aplImport, "code,apl_2023\n66136,4.8\n66049"))).containsExactly("import.file.truncated");
        assertThat(keys(run(aplImport, "code,apl_2023\nPerpignan,66136\n")))
                .containsExactly("import.file.swapped", "import.row.code");
        assertThat(keys(run(aplImport, "code,apl_2023\n31555,4.8\n"))).containsExactly("import.row.commune");
        assertThat(apls.list()).isEmpty();
    }

    @Test
    void oneRegionIsTakenFromTheWholeCountry() throws IOException {
        settle();
        Path file = Files.writeString(folder.resolve("france.csv"), "code,apl_2023\n75056,3\n66136,4.8\n");
        var report = aplImport.run(new ImportRequest(file, "76", false), ImportProgress.SILENT);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(1);
    }

    @Test
    void supplyIsCountedUnlessItSaysThatItIsEstimated() throws IOException {
        settle();
        var windows = Charset.forName("windows-1252");
        Path file = Files.writeString(folder.resolve("offre.csv"), """
                code;profession;consultations;etp;estimé
                66136;Médecin généraliste;360000;72,5;non
                66136;sage-femme;20000;;oui
                66049;nursing;5000;2;
                """, windows);
        var report = supplyImport.run(new ImportRequest(file, null, false, "CPAM 2025"), ImportProgress.SILENT);
        assertThat(report.refused()).isEmpty();
        assertThat(supplies.list())
                .containsExactly(
                        new Supply("66049", "nursing", 5000, 2.0, false, "CPAM 2025"),
                        new Supply("66136", "general-practice", 360000, 72.5, false, "CPAM 2025"),
                        new Supply("66136", "midwifery", 20000, null, true, "CPAM 2025"));
        assertThat(keys(run(supplyImport, "code,consultations,profession\n66136,1,plombier\n")))
                .contains("import.row.profession");
        assertThat(keys(run(supplyImport, "code,consultations\n66136,-5\n"))).contains("import.row.number");
    }

    @Test
    void zonesOfTheAgencyAreTakenAsTheyAre() throws IOException {
        settle();
        assertThat(run(zoningImport, """
                code;zone;profession;année
                66049;ZIP;MG;2022
                66136;Hors zonage;MG;2022
                66136;ZAC;infirmiers;
                """).added()).isEqualTo(3);
        assertThat(zonings.list())
                .containsExactly(
                        new Zoning("66049", "general-practice", Zone.ZIP, 2022, "figures.csv"),
                        new Zoning("66136", "general-practice", Zone.NONE, 2022, "figures.csv"),
                        new Zoning("66136", "nursing", Zone.ZAC, null, "figures.csv"));
        assertThat(run(zoningImport, "code;zone\n66049;ZAC\n").updated()).isEqualTo(1);
        assertThat(keys(run(zoningImport, "code;zone\n66049;ZUP\n"))).contains("import.row.zone");
        assertThat(keys(run(zoningImport, "code;zone\n66049;\n"))).contains("import.row.zone");
        assertThat(keys(run(zoningImport, "code;zone;annee\n66049;ZIP;22\n"))).contains("import.row.year");
    }

    private void occitanie() throws IOException {
        CommuneImport.on(database)
                .run(
                        new ImportRequest(OpenData.file("communes/communes_occitanie_2025.csv"), null, false),
                        ImportProgress.SILENT);
    }

    private void settle() {
        Communes.on(jdbc)
                .saveAll(List.of(
                        new Commune("09001", "Aigues-Juntes", List.of("09240"), 58, 43.05, 1.47, null, false),
                        new Commune("66049", "Céret", List.of("66400"), 8000, 42.486, 2.748, null, false),
                        new Commune("66136", "Perpignan", List.of("66000"), 119656, 42.697, 2.899, null, false)));
    }

    private ImportReport run(Importer importer, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("figures.csv"), content);
        return importer.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
    }

    private static List<String> keys(ImportReport report) {
        return report.refused().stream().map(Refused::key).toList();
    }
}
