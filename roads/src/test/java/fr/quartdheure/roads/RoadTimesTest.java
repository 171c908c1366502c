package fr.quartdheure.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.quartdheure.atlas.file.FileRefused;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TravelTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the roads of Andorra as they were mapped in 2013. */
class RoadTimesTest {

    private static final String VARIABLE = "QUARTDHEURE_OPEN_DATA";
    private static final Place CAPITAL = new Place("Andorra la Vella", new Position(42.5063, 1.5218));
    private static final Place ENCAMP = new Place("Encamp", new Position(42.5361, 1.5827));
    private static final Place SANT_JULIA = new Place("Sant Julià de Lòria", new Position(42.4637, 1.4913));
    private static final Place ORDINO = new Place("Ordino", new Position(42.5560, 1.5333));
    private static final Place PAS = new Place("el Pas de la Casa", new Position(42.5425, 1.7327));
    private static final Place SUMMIT = new Place("Coma Pedrosa", new Position(42.5917, 1.4444));

    private static Path pbf;
    private static RoadNetwork network;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() throws IOException {
        String data = System.getenv(VARIABLE);
        assumeTrue(data != null && !data.isBlank(), VARIABLE + " names no folder of open data: skipped");
        pbf = Path.of(data, "osm/andorra.osm.pbf");
        assumeTrue(Files.exists(pbf), pbf + " is not there: skipped");
        network = RoadNetwork.load(pbf);
    }

    /** By road 7, 7 and 33 km: nobody drives them faster than at 70 km/h, or, on a free road, slower than at 35. */
    @Test
    void minutesAreThoseOfAnOrdinaryDrive() {
        var times = network.times(new Places(List.of(CAPITAL)), new Places(List.of(ENCAMP, SANT_JULIA, PAS)));
        assertThat(times.minutes(0, 0)).isBetween(7 / 70.0 * 60, 12.0);
        assertThat(times.minutes(0, 1)).isBetween(7 / 70.0 * 60, 12.0);
        assertThat(times.minutes(0, 2)).isBetween(33 / 70.0 * 60, 56.0);
        assertThat(times.source()).isEqualTo(TravelTimes.Source.ROADS);
    }

    /** Trees of either direction say what a search from place to place says, within the rounding to milliseconds. */
    @Test
    void treesAgreeWithSinglePaths() {
        var some = new Places(List.of(ENCAMP, ORDINO));
        var others = new Places(List.of(CAPITAL, SANT_JULIA, PAS));
        for (RoadTimes times : List.of(network.times(some, others), network.times(others, some))) {
            var pairs = times.within(Double.MAX_VALUE);
            assertThat(pairs.size()).isEqualTo(6);
            for (int origin = 0; origin < pairs.origins(); origin++) {
                for (int pair = pairs.start(origin); pair < pairs.start(origin + 1); pair++) {
                    assertThat(pairs.length(pair))
                            .isCloseTo(times.minutes(origin, pairs.destination(pair)), within(0.001));
                }
            }
            assertThat(times.within(15).size()).isLessThan(6).isPositive();
        }
    }

    @Test
    void whereNoRoadLeadsNothingIsReachedButItself() {
        var times = network.times(new Places(List.of(SUMMIT, CAPITAL)), new Places(List.of(CAPITAL, SUMMIT, ENCAMP)));
        assertThat(times.offRoad()).containsExactly("Coma Pedrosa");
        assertThat(times.minutes(0, 0)).isEqualTo(TravelTimes.UNREACHABLE);
        assertThat(times.minutes(0, 1)).isZero();
        var pairs = times.within(Double.MAX_VALUE);
        assertThat(pairs.start(1)).isEqualTo(1);
        assertThat(pairs.destination(0)).isEqualTo(1);
        assertThat(pairs.size()).isEqualTo(3);
        assertThat(network.times(new Places(List.of(new Place("Perpignan", new Position(42.7, 2.9)))), times.origins())
                        .offRoad())
                .contains("Perpignan");
    }

    /** The middle of many, for other work shares the machine. */
    @Test
    void aTreeOfAQuarterOfAnHourTakesFewMilliseconds() {
        var times = network.times(new Places(List.of(CAPITAL)), new Places(List.of(ENCAMP, SANT_JULIA, ORDINO)));
        var millis = new double[300];
        for (int round = 0; round < millis.length; round++) {
            long start = System.nanoTime();
            assertThat(times.within(15).size()).isEqualTo(3);
            millis[round] = (System.nanoTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(millis, 200, 300);
        Arrays.sort(warm);
        System.out.printf("15-minute tree: first %.1f ms, warm median %.2f ms%n", millis[0], warm[50]);
        assertThat(warm[50]).isLessThan(10);
    }

    @Test
    void damagedFilesAreRefusedInASentence() throws IOException {
        byte[] whole = Files.readAllBytes(pbf);
        refused("cut.osm.pbf", Arrays.copyOf(whole, whole.length / 2));
        byte[] flipped = whole.clone();
        for (int i = whole.length / 3; i < whole.length / 3 + 50; i++) {
            flipped[i] ^= 0x55;
        }
        refused("flipped.osm.pbf", flipped);
        refused("table.osm.pbf", "code,lat,lon\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refused("empty.osm.pbf", new byte[0]);
        assertThatThrownBy(() -> RoadNetwork.load(folder.resolve("absent.osm.pbf")))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("is not there");
    }

    private void refused(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        assertThatThrownBy(() -> RoadNetwork.load(file))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining(name + ": is not a whole OpenStreetMap extract")
                .hasMessageContaining("download or copy it again");
    }
}
