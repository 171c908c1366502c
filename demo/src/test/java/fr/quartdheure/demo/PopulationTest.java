package fr.quartdheure.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Population POPULATION = Population.on(TODAY);
    private static final List<Rule> RULES = POPULATION.rules();

    @Test
    void sameDayGivesTheSamePeople() {
        Population again = Population.on(TODAY);
        assertThat(again.practitioners()).isEqualTo(POPULATION.practitioners());
        assertThat(again.rules()).isEqualTo(RULES);
        assertThat(again.roles()).isEqualTo(POPULATION.roles());
        assertThat(again.patients(500)).isEqualTo(POPULATION.patients(3000).subList(0, 500));
    }

    @Test
    void practitionersAreRecognisablyFictitious() {
        List<Practitioner> practitioners = POPULATION.practitioners();
        assertThat(practitioners).hasSizeBetween(80, 95);
        assertThat(practitioners).allMatch(practitioner -> Rpps.valid(practitioner.rpps()));
        assertThat(practitioners).extracting(Practitioner::rpps).doesNotHaveDuplicates();
        assertThat(practitioners).extracting(Practitioner::key).doesNotHaveDuplicates();
        assertThat(practitioners)
                .extracting(Population::loginOf)
                .doesNotHaveDuplicates()
                .allMatch(login -> login.matches("[a-z0-9.-]+"));
        assertThat(practitioners)
                .allMatch(practitioner -> practitioner.languages().contains("fr"));
    }

    @Test
    void lastDigitOfRppsIsALuhnDigit() {
        assertThat(POPULATION.practitioners()).allMatch(practitioner -> luhn(practitioner.rpps()));
    }

    @Test
    void jeanneDanjouIsComposedAsInReality() {
        List<Practitioner> team = teamOf("danjou");
        assertThat(team).hasSize(22);
        Map<String, Long> professions =
                team.stream().collect(Collectors.groupingBy(Practitioner::profession, Collectors.counting()));
        assertThat(professions)
                .containsAllEntriesOf(
                        Map.of("10", 11L, "80", 3L, "70", 2L, "50", 2L, "60", 2L, "93", 1L, "social", 1L));
        assertThat(team).filteredOn(Practitioner::advancedPractice).hasSize(1);
        Map<String, Long> rooms = Territory.rooms().stream()
                .filter(room -> room.siteKey().equals("danjou"))
                .collect(Collectors.groupingBy(Room::kind, Collectors.counting()));
        assertThat(rooms)
                .isEqualTo(Map.of(
                        "consulting", 22L, "physiotherapy", 1L, "sterilisation", 1L, "staff", 1L, "meeting", 1L));
        assertThat(POPULATION.secretaries())
                .filteredOn(staff ->
                        staff.role().equals("secretary") && staff.siteKeys().contains("danjou"))
                .hasSize(2);
        assertThat(RULES)
                .filteredOn(rule -> rule.siteKey().equals("danjou") && rule.unscheduled())
                .isNotEmpty()
                .allMatch(rule -> rule.sharedWith().contains("ville-perpignan"));
    }

    @Test
    void patientsAreRecognisablyFictitious() {
        List<Person> patients = POPULATION.patients(3000);
        assertThat(patients)
                .extracting(Person::email)
                .doesNotHaveDuplicates()
                .allMatch(mail -> mail.matches("[a-z0-9.-]+@example\\.org"));
        assertThat(patients)
                .extracting(Person::phone)
                .doesNotHaveDuplicates()
                .allMatch(phone -> phone.matches("06 39 98 \\d\\d \\d\\d"));
        assertThat(patients).noneMatch(patient -> patient.birthDate().isAfter(TODAY));
        assertThat(patients)
                .extracting(patient -> patient.birthName() + patient.firstNames() + patient.birthDate())
                .doesNotHaveDuplicates();
    }

    private static List<Practitioner> teamOf(String siteKey) {
        Set<String> keys = POPULATION.roles().stream()
                .filter(role -> role.siteKey().equals(siteKey))
                .map(Role::practitionerKey)
                .collect(Collectors.toSet());
        return POPULATION.practitioners().stream()
                .filter(practitioner -> keys.contains(practitioner.key()))
                .toList();
    }

    /** Luhn written the other way round, from the left, to check the generator independently. */
    private static boolean luhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(i), 10) * (i % 2 == 1 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return sum % 10 == 0;
    }
}
