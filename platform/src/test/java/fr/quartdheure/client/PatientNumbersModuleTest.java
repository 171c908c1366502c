package fr.quartdheure.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.patient.Sex;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The number of a person follows when two records become one, and goes back with them. */
class PatientNumbersModuleTest extends ClientPlatform {

    private static final ClientNumber NUMBER = new ClientNumber("https://agenda.example.org/people", "4711");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PatientNumbers numbers;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Patients patients;

    @Test
    void theNumberFollowsWhoIsMergedAndComesBack() {
        var client = registered(organization(), EVERYTHING);
        Patient kept = somebody("Anna");
        Patient gone = somebody("Ana");
        assertThat(numbers.add(client.clientId(), NUMBER, gone.id())).isTrue();
        assertThat(numbers.add(client.clientId(), NUMBER, kept.id()))
                .as("a number is one person's")
                .isFalse();
        var moved = numbers.move(kept, gone.id());
        assertThat(moved).hasSize(1);
        assertThat(numbers.find(client.clientId(), NUMBER)).hasValue(kept.id());
        numbers.giveBack(kept.id(), gone.id(), moved);
        assertThat(numbers.find(client.clientId(), NUMBER)).hasValue(gone.id());
        assertThat(numbers.list(client.clientId(), kept.id())).isEmpty();
        var other = registered(organization(), EVERYTHING);
        assertThat(numbers.find(other.clientId(), NUMBER))
                .as("another client's")
                .isEmpty();
    }

    private Patient somebody(String firstName) {
        return patients.add(
                new Identity("Pons", firstName, LocalDate.of(1970, 5, 4), Sex.FEMALE), null, null, "client");
    }
}
