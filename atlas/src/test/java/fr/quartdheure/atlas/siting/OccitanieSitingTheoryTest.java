package fr.quartdheure.atlas.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.OpenData;
import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class OccitanieSitingTheoryTest {

    private static final int CENTRES = 21;

    /** An independent mixed-integer model of the same question proved 54.733 %. */
    @Test
    void twentyOneCentresCoverFiftyFourPercentOfOccitanie() throws IOException {
        var places = new ArrayList<Place>();
        var needs = new ArrayList<Need>();
        var candidates = new ArrayList<Place>();
        try (var text = Files.newBufferedReader(OpenData.file("communes/communes_occitanie_2025.csv"));
                var rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            for (var row : rows) {
                var position = new Position(
                        Double.parseDouble(row.get("latitude_centre")),
                        Double.parseDouble(row.get("longitude_centre")));
                var place = new Place(row.get("code"), position);
                double population = Double.parseDouble(row.get("population"));
                places.add(place);
                needs.add(new Need(population, 0));
                if (population >= 1000) {
                    candidates.add(place);
                }
            }
        }
        assertThat(places).hasSize(4453);
        assertThat(candidates).hasSize(975);
        var reach = new EstimatedTimes(new Places(places), new Places(candidates)).within(15);
        List<Site> sites = Collections.nCopies(candidates.size(), Site.of(Role.CANDIDATE));
        var question = new Question(Objective.MCLP, CENTRES, 15, Map.of());
        var sited = (Sited) Siting.solve(new SitingProblem(needs, sites, reach, question), Watch.PATIENT);
        double everybody = needs.stream().mapToDouble(Need::inhabitants).sum();
        assertThat(sited.proved()).isTrue();
        assertThat(sited.opened()).hasSize(CENTRES);
        assertThat(100 * sited.objective() / everybody).isCloseTo(54.733, within(0.0005));
    }
}
