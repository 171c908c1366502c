package fr.quartdheure.atlas.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.OpenData;
import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.accessibility.Index;
import fr.quartdheure.atlas.file.CsvFile;
import fr.quartdheure.atlas.file.ReadProgress;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TravelTimes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten openings of 10,800 consultations among the 975 larger communes of Occitanie. */
class OccitanieOpeningTheoryTest {

    private static final int OPENINGS = 10;
    private static final double SUPPLY = 10_800;

    /** Whatever is chosen, the mean APL grows by the new supply ÷ the standardised inhabitants, and by nothing else. */
    @Test
    void tenOpeningsAreProvedBestAndTheMeanGrowsByTheirSupply() throws IOException {
        var gain = problem(Benefit.APL_GAIN);
        var under = problem(Benefit.UNDER_THRESHOLD);
        var most = (Sited) Opening.solve(gain, Watch.PATIENT);
        var fewest = (Sited) Opening.solve(under, Watch.PATIENT);
        assertThat(most.proved()).isTrue();
        assertThat(fewest.proved()).isTrue();
        var today = Opening.access(gain, List.of());
        var richer = Opening.access(gain, most.opened());
        var fewer = Opening.access(under, fewest.opened());
        double people =
                gain.residents().stream().mapToDouble(Resident::standardised).sum();
        assertThat(richer.meanApl() - today.meanApl()).isCloseTo(OPENINGS * SUPPLY / people, within(1e-9));
        assertThat(fewer.meanApl() - today.meanApl()).isCloseTo(OPENINGS * SUPPLY / people, within(1e-9));
        assertThat(today.missing() - richer.missing()).isCloseTo(most.objective(), within(1e-6));
        assertThat(richer.missing()).isLessThan(fewer.missing());
        assertThat(fewer.underThreshold()).isEqualTo(fewest.objective()).isLessThan(richer.underThreshold());
    }

    private static OpeningProblem problem(Benefit benefit) throws IOException {
        String communes = "communes/communes_occitanie_2025.csv";
        var lats = column(communes, "latitude_centre");
        var lons = column(communes, "longitude_centre");
        var population = column(communes, "population");
        var standardised = column("apl/apl_mg_communes_occitanie_2023.csv", "pop_std_2023");
        var care = column("apl/offre_mg_estimee_occitanie.csv", "consultations_mg_estimees");
        var codes = lats.keySet().stream().sorted().toList();
        var places = new Places(codes.stream()
                .map(code -> new Place(code, new Position(lats.getOrDefault(code, 0.0), lons.getOrDefault(code, 0.0))))
                .toList());
        var pairs = new EstimatedTimes(places, places).within(20);
        double[] people = codes.stream()
                .mapToDouble(code -> standardised.getOrDefault(code, 0.0))
                .toArray();
        double[] apl = Index.APL.of(
                pairs,
                people,
                codes.stream().mapToDouble(code -> care.getOrDefault(code, 0.0)).toArray(),
                20);
        var residents = new ArrayList<Resident>();
        var sites = new ArrayList<Site>();
        for (int i = 0; i < codes.size(); i++) {
            double inhabitants = population.getOrDefault(codes.get(i), 0.0);
            residents.add(new Resident(inhabitants, people[i], apl[i], TravelTimes.UNREACHABLE));
            sites.add(new Site(inhabitants >= 1000 ? Role.CANDIDATE : Role.EXCLUDED, SUPPLY, ""));
        }
        return new OpeningProblem(residents, sites, pairs, new Aim(benefit, OPENINGS, Measures.USUAL, Map.of()));
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
}
