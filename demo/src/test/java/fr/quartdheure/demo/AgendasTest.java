package fr.quartdheure.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AgendasTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int PATIENTS = 3000;
    private static final Population POPULATION = Population.on(TODAY);
    private static final Agendas AGENDAS = new Agendas(POPULATION, PATIENTS);

    @Test
    void fullNowAndThinningLater() {
        Predicate<Rule> scheduled = rule -> !rule.unscheduled();
        assertThat(shareBooked(scheduled, 0, 14)).isBetween(0.65, 0.75);
        assertThat(shareBooked(scheduled, 20, 30)).isBetween(0.35, 0.5);
        assertThat(shareBooked(scheduled, 55, 65)).isBetween(0.07, 0.15);
    }

    @Test
    void someAreNearlyFullAndSomeRelaxed() {
        assertThat(shareBooked(rule -> rule.service().equals("gynaecology"), 0, 14))
                .isGreaterThan(0.9);
        assertThat(shareBooked(rule -> rule.service().equals("psychology"), 0, 14))
                .isGreaterThan(0.9);
        assertThat(shareBooked(rule -> rule.siteKey().equals("booth-est"), 0, 14))
                .isLessThan(0.5);
    }

    @Test
    void windowThatHasNotOpenedHoldsNobody() {
        assertThat(shareBooked(Rule::unscheduled, 2, 60)).isZero();
    }

    @Test
    void noPatientIsInTwoPlacesAtOnce() {
        for (int ahead = -7; ahead < 60; ahead++) {
            Map<Integer, List<Visit>> visits = new HashMap<>();
            for (Visit visit : visits(rule -> true, TODAY.plusDays(ahead))) {
                List<Visit> others =
                        visits.computeIfAbsent(visit.booked().patientNumber(), number -> new ArrayList<>());
                assertThat(others).noneMatch(visit::overlaps);
                others.add(visit);
            }
        }
    }

    @Test
    void patientsExistAndMidwivesSeeWomen() {
        List<Person> patients = POPULATION.patients(PATIENTS);
        for (Visit visit : visits(rule -> true, TODAY.plusDays(3))) {
            int number = visit.booked().patientNumber();
            assertThat(number).isBetween(1, PATIENTS);
            if (Set.of("midwifery", "gynaecology").contains(visit.rule().service())) {
                Person patient = patients.get(number - 1);
                assertThat(patient.sex()).isEqualTo("female");
                assertThat(patient.birthDate()).isBetween(TODAY.minusYears(45), TODAY.minusYears(20));
            }
        }
    }

    @Test
    void sameQuestionSameAnswer() {
        Agendas again = new Agendas(Population.on(TODAY), PATIENTS);
        for (Visit visit : visits(rule -> true, TODAY.plusDays(4))) {
            assertThat(again.at(visit.rule(), visit.start(), TODAY)).contains(visit.booked());
        }
    }

    @Test
    void wrongInputIsRefused() {
        Rule rule = POPULATION.rules().getFirst();
        LocalDateTime elsewhere = TODAY.atTime(3, 0);
        assertThatThrownBy(() -> AGENDAS.at(rule, elsewhere, TODAY)).hasMessageContaining("03:00");
        assertThatThrownBy(() -> new Agendas(POPULATION, 100)).hasMessageContaining("100");
    }

    private static double shareBooked(Predicate<Rule> which, int from, int to) {
        int slots = 0;
        int booked = 0;
        for (int ahead = from; ahead < to; ahead++) {
            LocalDate day = TODAY.plusDays(ahead);
            slots += POPULATION.rules().stream()
                    .filter(which)
                    .mapToInt(rule -> starts(rule, day).size())
                    .sum();
            booked += visits(which, day).size();
        }
        assertThat(slots).isPositive();
        return (double) booked / slots;
    }

    private static List<Visit> visits(Predicate<Rule> which, LocalDate day) {
        List<Visit> visits = new ArrayList<>();
        for (Rule rule : POPULATION.rules()) {
            for (LocalDateTime start : which.test(rule) ? starts(rule, day) : List.<LocalDateTime>of()) {
                AGENDAS.at(rule, start, TODAY).ifPresent(booked -> visits.add(new Visit(rule, start, booked)));
            }
        }
        return visits;
    }

    private static List<LocalDateTime> starts(Rule rule, LocalDate day) {
        List<LocalDateTime> starts = new ArrayList<>();
        if (rule.day() == day.getDayOfWeek()) {
            LocalDateTime start = day.atTime(rule.starts());
            while (start.isBefore(day.atTime(rule.ends()))) {
                starts.add(start);
                start = start.plusMinutes(rule.slotMinutes());
            }
        }
        return starts;
    }

    private record Visit(Rule rule, LocalDateTime start, Booked booked) {
        boolean overlaps(Visit other) {
            return start.isBefore(other.start.plusMinutes(other.rule.slotMinutes()))
                    && other.start.isBefore(start.plusMinutes(rule.slotMinutes()));
        }
    }
}
