package fr.quartdheure.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.travel.Position;
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

class MountainImportModuleTest {

    private static final UUID PRADES = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final MountainImport imports = MountainImport.on(database);
    private final Communes communes = Communes.on(jdbc);
    private final Reach reach = new Reach(jdbc, new Travels(jdbc));

    @BeforeEach
    void settle() {
        communes.saveAll(List.of(
                commune("09001", "Aigues-Juntes", 43.05, 1.47, true),
                commune("66136", "Perpignan", 42.697, 2.899, true),
                new Commune("66149-haut", "Prades haut", List.of("66500"), 900, 42.61, 2.41, "66149", false),
                commune("66149", "Prades", 42.617, 2.422, false),
                commune("66052", "Codalet", 42.61, 2.40, false)));
        Places.on(jdbc).register(new Place(PRADES, "66149", new Position(42.617, 2.422)));
    }

    @Test
    void theListIsCompleteForItsDepartements() throws IOException {
        double before = fromPerpignan();
        var report = run("code,commune\n66149,Prades\n66052,Codalet\n");
        assertThat(report.updated()).isEqualTo(3);
        assertThat(mountain("66149")).isTrue();
        assertThat(mountain("66149-haut"))
                .as("a district lies where its commune does")
                .isTrue();
        assertThat(mountain("66136")).as("not on the list").isFalse();
        assertThat(mountain("09001")).as("of another département").isTrue();
        assertThat(run("code\n66149\n66052\n").changesNothing()).isTrue();
        assertThat(fromPerpignan()).as("the place is in the mountains now").isEqualTo(before);
    }

    @Test
    void minutesAreEstimatedAgainAtBothEnds() throws IOException {
        double plain = minutes("66052");
        run("code\n66149\n");
        assertThat(minutes("66052")).isBetween(plain * 1.24, plain * 1.26);
        run("code,montagne\n66149,non\n");
        assertThat(minutes("66052")).isEqualTo(plain);
    }

    @Test
    void aListThatCannotBeBelievedChangesNothing() throws IOException {
        assertThat(keys(run("code,montagne\n66149,perhaps\n"))).contains("import.row.mountain");
        assertThat(keys(run("code\n66149\n66149\n"))).containsExactly("import.row.duplicate");
        assertThat(keys(run("code\n66149\n66999\n"))).containsExactly("import.row.commune");
        assertThat(keys(run("nom\nPrades\n"))).containsExactly("import.file.columns");
        assertThat(mountain("66149")).isFalse();
    }

    private double fromPerpignan() {
        return minutes("66136");
    }

    private double minutes(String origin) {
        return reach.within(new Origin.InCommune(origin), 60).getFirst().minutes();
    }

    private boolean mountain(String code) {
        return communes.find(code).orElseThrow().mountain();
    }

    private ImportReport run(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("mountain.csv"), content);
        return imports.run(new ImportRequest(file, null, false), ImportProgress.SILENT);
    }

    private static List<String> keys(ImportReport report) {
        return report.refused().stream().map(Refused::key).toList();
    }

    private static Commune commune(String code, String name, double lat, double lon, boolean mountain) {
        return new Commune(code, name, List.of("66000"), 1000, lat, lon, null, mountain);
    }
}
