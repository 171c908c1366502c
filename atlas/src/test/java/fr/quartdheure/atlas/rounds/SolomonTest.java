package fr.quartdheure.atlas.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class SolomonTest {

    private static final String ROWS = """
             1 0 0 0 0 100 0
             2 3 4 10 5 50 10
            """;

    @Test
    void bareRowsStandForTwentyFiveVehiclesOfTwoHundred() throws IOException {
        var problem = Solomon.read(new StringReader(ROWS));
        assertThat(problem.professionals()).hasSize(25).allMatch(vehicle -> vehicle.capacity() == 200);
        assertThat(problem.visits()).singleElement().satisfies(visit -> {
            assertThat(visit.code()).isEqualTo("2");
            assertThat(visit.window()).isEqualTo(new Window(5, 50));
            assertThat(visit.load()).isEqualTo(10);
            assertThat(visit.minutes()).isEqualTo(10);
        });
        assertThat(problem.minutes(0, 1)).isEqualTo(5);
    }

    @Test
    void theHeadingSaysHowManyVehicles() throws IOException {
        var problem = Solomon.read(new StringReader("""
                C101

                VEHICLE
                NUMBER     CAPACITY
                  7         150

                CUSTOMER
                CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

                """ + ROWS));
        assertThat(problem.professionals()).hasSize(7).allMatch(vehicle -> vehicle.capacity() == 150);
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() {
        refused("1 0 0 0 0 100 0\n2 3 4 ten 5 50 10\n", "line 2", "ten");
        refused("1 0 0 0 0 100 0\n2 3 4 10 5 50\n", "line 2", "6 numbers");
        refused("1 0 0 0 0 100 0\n2 3 4 10 60 50 10\n", "line 2", "due");
        refused("1 0 0 0 0 100 0\n2 3 4 -1 5 50 10\n", "line 2", "demand");
        refused(ROWS + "2 9 9 1 0 90 1\n", "customer 2", "twice");
        refused("", "depot");
    }

    private static void refused(String text, String... words) {
        assertThatThrownBy(() -> Solomon.read(new StringReader(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }
}
