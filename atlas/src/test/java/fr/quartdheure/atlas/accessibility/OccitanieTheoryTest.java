package fr.quartdheure.atlas.accessibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.OpenData;
import fr.quartdheure.atlas.file.CsvFile;
import fr.quartdheure.atlas.file.ReadProgress;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine beside a computation written anew without it, and the published figures. */
class OccitanieTheoryTest {

    @Test
    void theAplEqualsOneComputedNaively() throws IOException {
        Map<String, Double> standardised = column("apl/apl_mg_communes_occitanie_2023.csv", "pop_std_2023");
        Map<String, Double> offered = column("apl/offre_mg_estimee_occitanie.csv", "consultations_mg_estimees");
        var lats = column("communes/communes_occitanie_2025.csv", "latitude_centre");
        var lons = column("communes/communes_occitanie_2025.csv", "longitude_centre");
        var codes = List.copyOf(lats.keySet());
        int size = codes.size();
        var places = new ArrayList<Place>();
        var people = new double[size];
        var supply = new double[size];
        var positions = new double[size][];
        for (int i = 0; i < size; i++) {
            String code = codes.get(i);
            positions[i] = new double[] {lats.get(code), lons.get(code)};
            places.add(new Place(code, new Position(positions[i][0], positions[i][1])));
            people[i] = standardised.getOrDefault(code, 0.0);
            supply[i] = offered.getOrDefault(code, 0.0);
        }
        var all = new Places(places);
        double[] apl = Index.APL.of(new EstimatedTimes(all, all).within(20), people, supply, 20);
        double[] naive = naive(positions, people, supply);
        for (int i = 0; i < size; i++) {
            assertThat(apl[i]).as(codes.get(i)).isCloseTo(naive[i], within(1e-9));
        }
        assertThat(size).isEqualTo(4453);
    }

    /** DOMAIN: 3.920 for the region, 9.79 % under 2.5, 4.077 for the Pyrénées-Orientales, 4.826 for Perpignan. */
    @Test
    void thePublishedFiguresComeOutOfThePublishedFile() throws IOException {
        String file = "apl/apl_mg_communes_occitanie_2023.csv";
        Map<String, Double> apl = column(file, "apl_2023");
        double[] values = values(apl, "");
        assertThat(Distribution.mean(values, values(column(file, "pop_std_2023"), "")))
                .isCloseTo(3.920, within(0.0005));
        assertThat(Distribution.shareUnder(values, values(column(file, "pop_2023"), ""), Distribution.DESERT_2017))
                .isCloseTo(0.0979, within(0.00005));
        assertThat(Distribution.mean(values(apl, "66"), values(column(file, "pop_std_2023"), "66")))
                .isCloseTo(4.077, within(0.0005));
        assertThat(apl.get("66136")).isEqualTo(4.826);
    }

    private static double[] values(Map<String, Double> column, String codesFrom) {
        return column.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(codesFrom))
                .sorted(Map.Entry.comparingByKey())
                .mapToDouble(Map.Entry::getValue)
                .toArray();
    }

    private static Map<String, Double> column(String file, String name) throws IOException {
        var values = new HashMap<String, Double>();
        try (var rows = CsvFile.open(OpenData.file(file), List.of("code", name), ReadProgress.SILENT)) {
            while (rows.next()) {
                values.put(rows.text("code"), rows.number(name));
            }
        }
        return values;
    }

    private static double[] naive(double[][] positions, double[] people, double[] supply) {
        int size = people.length;
        var weights = new double[size][];
        var wanted = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = new double[size];
            for (int j = 0; j < size; j++) {
                weights[i][j] = weight(positions[i], positions[j], i == j);
                wanted[j] += weights[i][j] * people[i];
            }
        }
        var apl = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (weights[i][j] > 0 && wanted[j] > 0) {
                    apl[i] += weights[i][j] * supply[j] / wanted[j];
                }
            }
        }
        return apl;
    }

    private static double weight(double[] here, double[] there, boolean same) {
        if (Math.abs(here[0] - there[0]) > 0.2) {
            return 0;
        }
        double a = Math.toRadians(here[0]);
        double b = Math.toRadians(there[0]);
        double turn = Math.toRadians(there[1] - here[1]);
        // Vincenty's form, well conditioned at any distance.
        double across = Math.hypot(
                Math.cos(b) * Math.sin(turn), Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(turn));
        double along = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(turn);
        double minutes = same ? 0 : 2.866 * Math.pow(6371.0088 * Math.atan2(across, along), 0.726);
        return minutes < 10 ? 1 : minutes < 15 ? 2.0 / 3 : minutes <= 20 ? 1.0 / 3 : 0;
    }
}
