package fr.quartdheure.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestBenchTest {

    private static final List<Offered> RULES = TestBench.rules();

    @Test
    void everybodyReceivesEveryDayFromEightToTwentyWithoutOverlap() {
        for (Practitioner one : TestBench.practitioners()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                List<Rule> mine = RULES.stream()
                        .map(Offered::rule)
                        .filter(rule -> rule.practitionerKey().equals(one.key()) && rule.day() == day)
                        .toList();
                assertThat(mine.stream()
                                .mapToLong(rule -> Duration.between(rule.starts(), rule.ends())
                                        .toMinutes())
                                .sum())
                        .isEqualTo(12 * 60);
                assertThat(mine)
                        .allMatch(rule -> mine.stream()
                                .noneMatch(other -> other != rule
                                        && other.starts().isBefore(rule.ends())
                                        && rule.starts().isBefore(other.ends())));
            }
        }
    }

    @Test
    void nobodyIsTakenForSomebodyOfTheTerritory() {
        var population = Population.on(LocalDate.of(2026, 11, 21));
        assertThat(TestBench.practitioners()).allMatch(one -> Rpps.valid(one.rpps()));
        assertThat(rppsOf(TestBench.practitioners()))
                .hasSize(7)
                .doesNotContainAnyElementsOf(rppsOf(population.practitioners()));
        assertThat(TestBench.sites())
                .allMatch(
                        site -> site.name().contains("(fictif)") && site.phone().startsWith("04 65 71 "));
        assertThat(TestBench.organizations())
                .allMatch(one -> one.name().contains("(ficti")
                        && Objects.requireNonNull(one.finess()).startsWith("6699"));
        assertThat(TestBench.sites()).allMatch(Site::opensOnHolidays);
    }

    @Test
    void whatACptsIsShownNamesIt() {
        Set<String> cpts = TestBench.organizations().stream()
                .filter(one -> one.kind().equals("cpts"))
                .map(Organization::key)
                .collect(Collectors.toSet());
        assertThat(RULES)
                .allMatch(one ->
                        one.audiences().contains("cpts") != one.cptsKeys().isEmpty());
        assertThat(RULES).allMatch(one -> cpts.containsAll(one.cptsKeys()));
        assertThat(RULES).allMatch(one -> one.rule().online() == one.audiences().contains("public"));
    }

    private static Set<String> rppsOf(List<Practitioner> practitioners) {
        return practitioners.stream().map(Practitioner::rpps).collect(Collectors.toSet());
    }
}
