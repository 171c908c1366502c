package fr.quartdheure.patient;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is found by what a secretary types. */
class PatientSearchModuleTest {

    private static final String ORGANIZATION = """
            insert into directory.organization (id, name, kind, origin) values (:id, 'Maison', 'msp', 'local')
            """;
    private static final List<String> LETTERS = List.of("a", "e", "k", "r", "t", "u", "z");

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Patients patients = new Patients(jdbc, new NameSearch(jdbc));
    private final UUID ours = organization();
    private final UUID theirs = organization();

    @BeforeEach
    void fill() {
        known(ours, "Descamps", "Élise Marie", "1984-02-03");
        known(ours, "Vidal", "Agathe Léa", "1990-04-01");
        known(ours, "Vidal", "Léa", "1991-05-02");
        known(ours, "Marcé", "Aaron", "1970-01-01");
        known(ours, "Le Gall", "Jean-Baptiste", "1955-12-31");
        known(ours, "Saint-Martin", "Noël", "1948-12-25");
        known(theirs, "Vidal", "Marc", "1992-06-03");
    }

    @ParameterizedTest
    @CsvSource({
        "des, Descamps",
        "élise desc, Descamps",
        "elise descamps, Descamps",
        "DESCAMPS MARIE, Descamps",
        "jean baptiste le gall, Le Gall",
        "legall, ",
        "gall jean, Le Gall",
        "st martin, Saint-Martin",
        "zzz, "
    })
    void wordsAreFoundByTheirBeginningsInAnyOrder(String typed, String birthName) {
        assertThat(names(typed)).containsExactlyElementsOf(birthName == null ? List.of() : List.of(birthName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"descanps", "decsamps", "descmps", "desscamps", "bescamps", "elize descanps", "descamp"})
    void oneLetterOfEachWordMayBeWrong(String typed) {
        assertThat(names(typed)).containsExactly("Descamps");
    }

    @Test
    void theWholeNameComesFirstAndThenTheBirthName() {
        assertThat(firstNames("vidal léa")).containsExactly("Léa", "Agathe Léa");
        assertThat(firstNames("lea vidal")).containsExactly("Léa", "Agathe Léa");
        assertThat(names("mar"))
                .as("a birth name before a first name")
                .containsExactly("Marcé", "Saint-Martin", "Descamps");
    }

    @Test
    void nobodyOfOtherOrganisationsIsFound() {
        assertThat(firstNames("vidal")).doesNotContain("Marc");
        assertThat(patients.search(List.of(ours, theirs), PatientQuery.parse("vidal"), 20))
                .hasSize(3);
        assertThat(patients.search(List.of(), PatientQuery.parse("vidal"), 20)).isEmpty();
        assertThat(patients.search(List.of(ours), PatientQuery.parse("vidal"), 1))
                .hasSize(1);
    }

    @Test
    void aNameThatIsCorrectedIsFoundUnderTheNewOneAlone() {
        jdbc.sql("update patient.patient set birth_name = 'Deschamps' where birth_name = 'Descamps'")
                .update();
        assertThat(names("descha")).containsExactly("Deschamps");
        assertThat(names("descam")).isEmpty();
        jdbc.sql("delete from patient.known_at where organization_id = :ours")
                .param("ours", ours)
                .update();
        assertThat(names("descha")).isEmpty();
    }

    @Test
    void aDayOfBirthForgivesMore() {
        assertThat(names("dekan 03/02/1984")).isEmpty();
        assertThat(names("descan 03/02/1984")).containsExactly("Descamps");
        assertThat(names("03/02/1984")).containsExactly("Descamps");
        assertThat(names("descamps 04/02/1984")).isEmpty();
    }

    /** Any one mistake in any word of four letters or more. */
    @Test
    void everySingleMistakeIsForgiven() {
        var random = new Random(20_261_122);
        for (int time = 0; time < 200; time++) {
            String typed = mistaken("descamps", random);
            assertThat(names(typed)).as(typed).contains("Descamps");
        }
    }

    private static String mistaken(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        String letter = LETTERS.get(random.nextInt(LETTERS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    private List<String> names(String typed) {
        return found(typed).stream().map(one -> one.identity().birthName()).toList();
    }

    private List<String> firstNames(String typed) {
        return found(typed).stream().map(one -> one.identity().firstNames()).toList();
    }

    private List<Patient> found(String typed) {
        return patients.search(List.of(ours), PatientQuery.parse(typed), 20);
    }

    private UUID organization() {
        var id = UUID.randomUUID();
        jdbc.sql(ORGANIZATION).param("id", id).update();
        return id;
    }

    private void known(UUID organization, String birthName, String firstNames, String birthDate) {
        var identity = new Identity(birthName, firstNames, LocalDate.parse(birthDate), Sex.FEMALE);
        patients.know(patients.add(identity, null, null, "secretary").id(), organization);
    }
}
