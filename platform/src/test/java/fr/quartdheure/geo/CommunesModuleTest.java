package fr.quartdheure.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommunesModuleTest {

    private static final UUID FOCH = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID ARLES = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final Travels travels = new Travels(jdbc);
    private final Communes communes = new Communes(jdbc, travels);
    private final Places places = new Places(jdbc, travels);
    private final Reach reach = new Reach(jdbc, travels);

    @BeforeEach
    void settle() {
        communes.saveAll(List.of(
                new Commune("66136-est", "Perpignan Est", List.of("66000"), 30000, 42.700, 2.93, "66136", false),
                commune("66136", "Perpignan", 119656, 42.697, 2.899, "66000", "66100"),
                commune("66179", "Saint-Laurent-de-Cerdans", 1027, 42.397, 2.621, "66260"),
                commune("66180", "Saint-Laurent-de-la-Salanque", 10000, 42.77, 2.99, "66250"),
                commune("66009", "Arles-sur-Tech", 2794, 42.45, 2.626, "66150"),
                commune("66024", "Le Boulou", 5900, 42.524, 2.83, "66160"),
                commune("66049", "Céret", 8000, 42.486, 2.748, "66400"),
                commune("66999", "Perpezat", 90, 43.9, 2.0, "66999")));
    }

    @Test
    void peopleFindTheirCommuneHoweverTheyTypeIt() {
        assertThat(names("perpignan")).containsExactly("Perpignan", "Perpignan Est");
        assertThat(names("PERPI")).startsWith("Perpignan", "Perpignan Est");
        assertThat(names("saint laurent de cerdans")).containsExactly("Saint-Laurent-de-Cerdans");
        assertThat(names("st-laurent de cerdans")).containsExactly("Saint-Laurent-de-Cerdans");
        assertThat(names("St Laurent")).startsWith("Saint-Laurent-de-la-Salanque", "Saint-Laurent-de-Cerdans");
        assertThat(names("cerdans")).startsWith("Saint-Laurent-de-Cerdans");
        assertThat(names("perpinan")).startsWith("Perpignan");
        assertThat(names("ceret")).containsExactly("Céret");
        assertThat(names("boulou")).containsExactly("Le Boulou");
        assertThat(names("66000")).containsExactly("Perpignan", "Perpignan Est");
        assertThat(names("661")).startsWith("Perpignan").contains("Arles-sur-Tech", "Le Boulou");
        assertThat(names("66150 arles")).containsExactly("Arles-sur-Tech");
        assertThat(names("66136")).containsExactly("Perpignan", "Perpignan Est");
        assertThat(names("perpinyan")).startsWith("Perpignan");
        assertThat(names("prepignan")).startsWith("Perpignan");
        assertThat(names("saint lorent")).startsWith("Saint-Laurent-de-la-Salanque", "Saint-Laurent-de-Cerdans");
        assertThat(names("")).isEmpty();
        assertThat(names("%_")).isEmpty();
        assertThat(names("' or 1=1")).isEmpty();
    }

    @Test
    void theNearestCentreIsFound() {
        assertThat(communes.nearest(new Position(42.69, 2.89)).orElseThrow().code())
                .isEqualTo("66136");
        assertThat(communes.nearest(new Position(48.85, 2.35)).orElseThrow().code())
                .isEqualTo("66999");
    }

    @Test
    void reachIsSortedAndZeroWithinTheCommune() {
        register();
        var fromPerpignan = reach.within(new Origin.InCommune("66136"), 15);
        assertThat(fromPerpignan).containsExactly(new Near(FOCH, 0));
        var fromTheEast = reach.within(new Origin.InCommune("66136-est"), 15);
        assertThat(fromTheEast)
                .singleElement()
                .satisfies(near -> assertThat(near.minutes()).isBetween(4.0, 8.0));
        var fromSaintLaurent = reach.within(new Origin.InCommune("66179"), 60);
        assertThat(fromSaintLaurent).extracting(Near::placeId).containsExactly(ARLES, FOCH);
        assertThat(fromSaintLaurent.getFirst().minutes()).isBetween(10.0, 11.0);
        var fromHere = reach.within(Origin.parse("42.40,2.62").orElseThrow(), 60);
        assertThat(fromHere).extracting(Near::placeId).containsExactly(ARLES, FOCH);
        assertThat(reach.within(new Origin.InCommune("01001"), 60)).isEmpty();
    }

    @Test
    void importedMinutesWinOverTheLaw() {
        register();
        jdbc.sql("update geo.travel set minutes = 25, source = 'imported' where origin_code = '66179' and place_id = ?")
                .param(ARLES)
                .update();
        places.register(new Place(ARLES, "66009", new Position(42.451, 2.627)));
        communes.saveAll(List.of(commune("66179", "Saint-Laurent-de-Cerdans", 1030, 42.398, 2.62, "66260")));
        assertThat(reach.within(new Origin.InCommune("66179"), 60)).contains(new Near(ARLES, 25));
    }

    @Test
    void aNewCommuneReachesThePlacesAround() {
        register();
        communes.saveAll(List.of(commune("66059", "Corneilla", 1500, 42.68, 2.9, "66550")));
        assertThat(reach.within(new Origin.InCommune("66059"), 10))
                .extracting(Near::placeId)
                .containsExactly(FOCH);
    }

    @Test
    void anOriginIsReadFromAnAddress() {
        assertThat(Origin.parse("66136")).contains(new Origin.InCommune("66136"));
        assertThat(Origin.parse("66136-est")).contains(new Origin.InCommune("66136-est"));
        assertThat(Origin.parse("2A004")).contains(new Origin.InCommune("2A004"));
        assertThat(Origin.parse("42.70,2.89")).contains(new Origin.At(new Position(42.7, 2.89)));
        assertThat(Origin.parse("42.70, 2.89").map(Origin::text)).contains("42.70000,2.89000");
        assertThat(Origin.parse("")).isEmpty();
        assertThat(Origin.parse("perpignan")).isEmpty();
        assertThat(Origin.parse("142.70,2.89")).isEmpty();
        assertThat(Origin.parse("1,2,3")).isEmpty();
    }

    private void register() {
        places.registerAll(List.of(
                new Place(FOCH, "66136", new Position(42.6976, 2.8881)),
                new Place(ARLES, "66009", new Position(42.45, 2.626))));
    }

    private List<String> names(String typed) {
        return communes.search(typed, 8).stream().map(Commune::name).toList();
    }

    private static Commune commune(
            String code, String name, int population, double lat, double lon, String... postalCodes) {
        return new Commune(code, name, List.of(postalCodes), population, lat, lon, null, false);
    }
}
