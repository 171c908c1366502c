package fr.quartdheure.atlas.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.OpenData;
import fr.quartdheure.atlas.Watch;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SolomonTheoryTest {

    /** The best known: ten vehicles, 828.94, usually found in some seconds; here its neighbourhood is promised. */
    @Test
    void tenVehiclesDoTheClusteredInstance() throws IOException {
        long begun = System.nanoTime();
        Watch watch = () -> 12 - (System.nanoTime() - begun) / 1e9;
        try (var text = Files.newBufferedReader(OpenData.file("vrptw/C101.txt"))) {
            RoundPlan plan = Rounds.withFewest(Solomon.read(text), watch);
            assertThat(plan.rounds()).hasSize(10);
            assertThat(plan.unfitted()).isEmpty();
            assertThat(plan.travel()).isGreaterThan(828.93).isCloseTo(828.94, within(80.0));
        }
    }
}
