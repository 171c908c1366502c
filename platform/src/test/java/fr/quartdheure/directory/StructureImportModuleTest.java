package fr.quartdheure.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.CommuneImport;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Places;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.support.OpenData;
import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class StructureImportModuleTest {

    private static final String HEADER = "finess,categ,raison_sociale,code_insee,lat,lon\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final StructureImport imports = StructureImport.on(database);
    private final Sites sites = new Sites(jdbc, Places.on(jdbc), new SiteDetails(jdbc));

    @Test
    void theStructuresOfOccitanieImportWithTheirMinutes() throws IOException {
        Path file = OpenData.file("finess/structures_occitanie.csv");
        CommuneImport.on(database)
                .run(
                        new ImportRequest(OpenData.file("communes/communes_occitanie_2025.csv"), null, false),
                        ImportProgress.SILENT);
        var report = imports.run(new ImportRequest(file, "76", false), ImportProgress.SILENT);
        assertThat(report.refused()).isEmpty();
        assertThat(report.added()).isEqualTo(652);
        assertThat(report.skipped()).isEqualTo(4521 - 652);
        assertThat(sites.counts()).containsEntry(Provenance.IMPORT, 652);
        assertThat(count("select count(*) from directory.site where kind = 'msp'"))
                .isEqualTo(372);
        assertThat(count("select count(*) from directory.site where kind = 'health-centre'"))
                .isEqualTo(280);
        assertThat(count("select count(*) from geo.travel")).isGreaterThan(400_000);
        var again = imports.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
        assertThat(again.unchanged()).isEqualTo(652);
        assertThat(again.changesNothing()).isTrue();
    }

    @Test
    void aStructureOfAnUnknownCommuneAsksForCommunesFirst() throws IOException {
        var report = run(HEADER + "660012147,124,CDS,66136,42.6995,2.8938\n");
        assertThat(report.applied()).isFalse();
        assertThat(keys(report)).containsExactly("import.row.commune");
    }

    @Test
    void rowsAreReadWithCare() throws IOException {
        settle();
        var report = run(HEADER + """
                660012147,124,CDS DE L'HOTEL DE VILLE,66136,42.6995,2.8938
                660012147,124,CDS DE L'HOTEL DE VILLE,66136,42.6995,2.8938
                ABC,124,CDS,66136,42.6995,2.8938
                660012148,124,CDS,66136,2.8938,42.6995
                660012149,centre,CDS,66136,42.6995,2.8938
                660012150,124,,66136,42.6995,2.8938
                660012151,620,PHARMACIE,66136,42.6995,2.8938
                """);
        assertThat(keys(report))
                .containsExactly(
                        "import.row.duplicate",
                        "import.row.finess",
                        "import.row.swapped",
                        "import.row.category",
                        "import.row.name");
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.applied()).isFalse();
        assertThat(sites.counts()).isEmpty();
    }

    @Test
    void aSiteOfThePlatformsOwnIsLeftAlone() throws IOException {
        settle();
        var organization = new Organization(
                UUID.randomUUID(), "Ville", OrganizationKind.MUNICIPALITY, null, null, null, Provenance.LOCAL);
        new Organizations(jdbc).add(organization);
        sites.add(new Site(
                UUID.randomUUID(),
                organization.id(),
                "Notre centre",
                SiteKind.HEALTH_CENTRE,
                "660012147",
                new Address("1 place de la Loge", "66000", "66136", "Perpignan"),
                new Position(42.7, 2.894),
                "04 68 00 00 00",
                true,
                null,
                null,
                false,
                24,
                Provenance.LOCAL));
        var report = run(HEADER + "660012147,124,CDS,66136,42.6995,2.8938\n");
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.changesNothing()).isTrue();
        assertThat(sites.listByFiness().get("660012147"))
                .isNotNull()
                .extracting(Site::name)
                .isEqualTo("Notre centre");
    }

    @Test
    void aMovedStructureIsUpdated() throws IOException {
        settle();
        assertThat(run(HEADER + "660012147,124,CDS,66136,42.6995,2.8938\n").added())
                .isEqualTo(1);
        assertThat(run(HEADER + "660012147,124,CDS,66136,42.71,2.8938\n").updated())
                .isEqualTo(1);
        var site = Objects.requireNonNull(sites.listByFiness().get("660012147"));
        assertThat(sites.find(site.id()).orElseThrow().position().lat()).isEqualTo(42.71);
        assertThat(site.hasAgenda()).isFalse();
    }

    private void settle() {
        Communes.on(jdbc)
                .saveAll(List.of(
                        new Commune("66136", "Perpignan", List.of("66000"), 119656, 42.697, 2.899, null, false)));
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private ImportReport run(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("structures.csv"), content);
        return imports.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
    }

    private static List<String> keys(ImportReport report) {
        return report.refused().stream().map(Refused::key).toList();
    }
}
