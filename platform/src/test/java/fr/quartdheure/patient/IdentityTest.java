package fr.quartdheure.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private static final LocalDate BORN = LocalDate.of(1984, 2, 29);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Martin",
                "d'Hérouville",
                "Nguyễn",
                "Le Goff-Saint’Ouen",
                "Ó Briain",
                "J.",
                "Дюбуа",
                "e\u0301mile"
            })
    void people_keep_their_names(String name) {
        assertThat(identity(name, "Zoé").birthName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "Martin2", "<b>Martin</b>", "a@example.org", "x\u0000y", "Martin;"})
    void what_is_no_name_is_refused_with_its_value(String name) {
        assertThat(Identity.isName(name)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> identity(name, "Zoé"))
                .withMessageContaining(name);
    }

    @Test
    void spaces_around_and_between_are_tidied() {
        var identity = identity("  Le   Goff ", " Marie  Anne ");
        assertThat(identity.birthName()).isEqualTo("Le Goff");
        assertThat(identity.firstNames()).isEqualTo("Marie Anne");
    }

    @Test
    void a_name_has_at_most_a_hundred_characters() {
        assertThat(Identity.isName("a".repeat(100))).isTrue();
        assertThat(Identity.isName("a".repeat(101))).isFalse();
    }

    @Test
    void nobody_is_born_before_1880() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identity("Calment", "Jeanne", LocalDate.of(1879, 12, 31), Sex.FEMALE));
    }

    @Test
    void the_same_person_with_the_same_contact_has_one_key() {
        var typedOnce = identity("Lefèvre", "Zoé").keyWith("zoe@example.org");
        assertThat(identity("LEFEVRE", "zoe").keyWith("zoe@example.org")).isEqualTo(typedOnce);
        assertThat(identity("Lefèvre", "Zoé").keyWith("other@example.org")).isNotEqualTo(typedOnce);
        assertThat(identity("Lefèvre", "Chloé").keyWith("zoe@example.org")).isNotEqualTo(typedOnce);
        assertThat(new Identity("Lefèvre", "Zoé", BORN.plusDays(1), Sex.FEMALE).keyWith("zoe@example.org"))
                .isNotEqualTo(typedOnce);
    }

    private static Identity identity(String birthName, String firstNames) {
        return new Identity(birthName, firstNames, BORN, Sex.FEMALE);
    }
}
