package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.accessibility.Distribution;
import fr.quartdheure.atlas.accessibility.Index;
import fr.quartdheure.atlas.file.CsvFile;
import fr.quartdheure.atlas.file.ReadProgress;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.directory.StructureImport;
import fr.quartdheure.geo.CommuneImport;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.support.OpenData;
import fr.quartdheure.territory.AplImport;
import fr.quartdheure.territory.OfficialApl;
import fr.quartdheure.territory.SupplyImport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The region as its open files have it, beside the engine on the same files without any database. */
class OccitaniePictureModuleTest {

    private static final String COMMUNES = "communes/communes_occitanie_2025.csv";
    private static final String APL = "apl/apl_mg_communes_occitanie_2023.csv";
    private static final String OFFER = "apl/offre_mg_estimee_occitanie.csv";

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void thePictureIsWhatTheEngineComputesFromTheFiles() throws IOException {
        region();
        Prospects prospects = wired.get(Prospects.class);
        Prospect today = prospects.today();
        Picture picture = today.picture();
        Area all = prospects.areas(picture).getFirst();

        assertThat(picture.demand().size()).isEqualTo(4453);
        assertThat(today.figures(prospects.communes(picture, all)).meanApl()).isCloseTo(engineMean(), within(1e-9));
        assertThat(officialMean(picture, prospects.communes(picture, area(picture, "66"))))
                .isCloseTo(4.077, within(0.0005));
        int perpignan = picture.demand().find("66136").orElseThrow();
        assertThat(picture.official(perpignan).orElseThrow().allDoctors()).isEqualTo(4.826);

        var opening = new Change.Opening("Prades", 42.617, 2.422, 2);
        Prospect then = prospects.of(List.of(opening));
        assertThat(gained(today, then)).isCloseTo(2 * 5400, within(1e-3));
        var departure = new Change.Departure("66136", "Perpignan", 10);
        Prospect less = prospects.of(List.of(opening, departure));
        assertThat(less.apl()[perpignan]).isLessThan(today.apl()[perpignan]);
    }

    private void region() throws IOException {
        imported(CommuneImport.on(wired.database), COMMUNES);
        imported(AplImport.on(wired.database, wired.clock), APL);
        imported(SupplyImport.on(wired.database, wired.clock), OFFER);
        imported(StructureImport.on(wired.database), "finess/structures_occitanie.csv");
    }

    private static void imported(Importer importer, String file) throws IOException {
        var report = importer.run(new ImportRequest(OpenData.file(file), null, false), ImportProgress.SILENT);
        assertThat(report.refused()).isEmpty();
    }

    private static double engineMean() throws IOException {
        Map<String, Double> people = column(APL, "pop_std_2023");
        Map<String, Double> offered = column(OFFER, "consultations_mg_estimees");
        var lats = column(COMMUNES, "latitude_centre");
        var lons = column(COMMUNES, "longitude_centre");
        var places = new Places(lats.keySet().stream()
                .map(code -> new Place(code, new Position(lats.getOrDefault(code, 0.0), lons.getOrDefault(code, 0.0))))
                .toList());
        double[] population = values(lats, people);
        double[] apl =
                Index.APL.of(new EstimatedTimes(places, places).within(20), population, values(lats, offered), 20);
        return Distribution.mean(apl, population);
    }

    private static double[] values(Map<String, Double> codes, Map<String, Double> values) {
        return codes.keySet().stream()
                .mapToDouble(code -> values.getOrDefault(code, 0.0))
                .toArray();
    }

    private static Map<String, Double> column(String file, String name) throws IOException {
        var values = new TreeMap<String, Double>();
        try (var rows = CsvFile.open(OpenData.file(file), List.of("code", name), ReadProgress.SILENT)) {
            while (rows.next()) {
                values.put(rows.text("code"), rows.number(name));
            }
        }
        return values;
    }

    private static Area area(Picture picture, String department) {
        return new Areas(picture).find("department-" + department).orElseThrow();
    }

    private static double officialMean(Picture picture, int[] communes) {
        var values = new double[communes.length];
        var people = new double[communes.length];
        for (int n = 0; n < communes.length; n++) {
            OfficialApl official = picture.official(communes[n]).orElseThrow();
            values[n] = official.allDoctors();
            people[n] = picture.demand().standardised(communes[n]);
        }
        return Distribution.mean(values, people);
    }

    private static double gained(Prospect before, Prospect after) {
        double sum = 0;
        for (int commune = 0; commune < before.apl().length; commune++) {
            sum += before.picture().demand().standardised(commune) * (after.apl()[commune] - before.apl()[commune]);
        }
        return sum;
    }
}
