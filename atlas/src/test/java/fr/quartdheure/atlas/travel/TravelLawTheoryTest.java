package fr.quartdheure.atlas.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.OpenData;
import fr.quartdheure.atlas.file.CsvFile;
import fr.quartdheure.atlas.file.ReadProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The law beside minutes routed by road from the communes of Alsace to ten hospitals: docs/methods quotes the error. */
class TravelLawTheoryTest {

    private final Map<String, Position> hospitals = new HashMap<>();
    private final Map<String, Position> communes = new HashMap<>();

    @Test
    void underTwentyFiveKilometresTheMeanErrorIsTwoMinutesAndAHalf() throws IOException {
        try (var rows = open("UNV.csv", "unv", "x", "y")) {
            while (rows.next()) {
                hospitals.put(rows.text("unv").toLowerCase(Locale.ROOT), position(rows, "y", "x"));
            }
        }
        try (var rows = open("villes_alsace_gps.csv", "nom_commune", "latitude", "longitude")) {
            while (rows.next()) {
                if (!rows.isEmpty("latitude") && !rows.isEmpty("longitude")) {
                    communes.put(rows.text("nom_commune"), position(rows, "latitude", "longitude"));
                }
            }
        }
        double[] errors = errors();
        assertThat(errors).hasSize(782);
        assertThat(Arrays.stream(errors).map(Math::abs).average().orElseThrow()).isCloseTo(2.53, within(0.005));
        assertThat(Arrays.stream(errors).average().orElseThrow()).isCloseTo(-0.24, within(0.005));
    }

    private double[] errors() throws IOException {
        var errors = new ArrayList<Double>();
        var seen = new HashSet<String>();
        try (var rows = open("distancier_unv_alsace.csv", "")) {
            while (rows.next()) {
                Position commune = communes.get(rows.text(""));
                if (commune != null && seen.add(rows.text(""))) {
                    hospitals.forEach((name, hospital) -> {
                        double km = commune.kmTo(hospital);
                        if (km < TravelEstimate.FITTED_KM) {
                            errors.add(TravelEstimate.minutes(km, false) - rows.number(name));
                        }
                    });
                }
            }
        }
        return errors.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static CsvFile open(String name, String... columns) throws IOException {
        return CsvFile.open(OpenData.file("travel-times/" + name), List.of(columns), ReadProgress.SILENT);
    }

    private static Position position(CsvFile rows, String lat, String lon) {
        return new Position(rows.number(lat), rows.number(lon));
    }
}
