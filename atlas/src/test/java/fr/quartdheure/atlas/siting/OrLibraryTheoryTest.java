package fr.quartdheure.atlas.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.atlas.OpenData;
import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.median.MedianSolver;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrLibraryTheoryTest {

    /** The optima that the OR-Library publishes. */
    @ParameterizedTest
    @CsvSource({
        "1,5819", "2,4093", "3,4250", "4,3034", "5,1355", "6,7824", "7,5631", "8,4445", "9,2734", "10,1255",
        "11,7696", "12,6634", "13,4374", "14,2968", "15,1729", "16,8162", "17,6999", "18,4809", "19,2845", "20,1789"
    })
    void everyInstanceIsSolvedAndProved(int number, double optimum) throws IOException {
        try (var text = Files.newBufferedReader(OpenData.file("pmed/pmed" + number + ".txt"))) {
            var found = MedianSolver.solve(OrLibrary.read(text), Watch.PATIENT);
            assertThat(found.cost()).isEqualTo(optimum);
            assertThat(found.bound()).isEqualTo(optimum);
        }
    }

    /** A path of three nodes: the middle costs 2 + 3. The first edge is given twice, and the second time counts. */
    @Test
    void theLastOfARepeatedEdgeCounts() throws IOException {
        var found = MedianSolver.solve(OrLibrary.read(new StringReader("""
                 3 3 1
                 1 2 9
                 2 3 3
                 2 1 2
                """)), Watch.PATIENT);
        assertThat(found.cost()).isEqualTo(5);
        assertThat(found.sites()).containsExactly(1);
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() {
        refused("3 1 4\n1 2 3\n", "line 1", "\"4\"", "p from 1 to 3");
        refused("2 1 1\n1 3 3\n", "line 2", "\"3\"", "node from 1 to 2");
        refused("2 1 1\n1 2 x\n", "line 2", "\"x\"", "whole number");
        refused("2 1 1\n1 2\n", "line 2", "three whole numbers");
        refused("2 2 1\n1 2 3\n", "line 3", "edge 2 of 2");
        refused("2 1 1\n1 2 3\n2 1 3\n", "line 3", "more than the 1 edges");
        refused("3 1 1\n1 2 3\n", "no path joins nodes 1 and 3");
        refused("", "line 1", "the file ends");
    }

    private static void refused(String text, String... words) {
        assertThatThrownBy(() -> OrLibrary.read(new StringReader(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }
}
