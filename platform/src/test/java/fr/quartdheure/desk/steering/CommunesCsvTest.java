package fr.quartdheure.desk.steering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.geo.Commune;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommunesCsvTest {

    @Test
    void whatIsNotReachedOrNotKnownIsEmpty() {
        String text = CommunesCsv.write(List.of(row("Le Boulou, \"haut\"", Double.POSITIVE_INFINITY)));
        assertThat(text.lines().skip(1)).containsExactly("66024,\"Le Boulou, \"\"haut\"\"\",900,2.5,,,,12.5,,");
    }

    @Test
    void aNameThatASpreadsheetWouldRunIsText() {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")) {
            assertThat(CommunesCsv.write(List.of(row(name, 1)))).contains("'" + name);
        }
    }

    private static TablePage.Row row(String name, double centre) {
        var commune = new Commune("66024", name, List.of(), 900, 42.5, 2.8, null, false);
        return new TablePage.Row(commune, 2.5, Optional.empty(), 12.5, centre, Optional.empty());
    }
}
