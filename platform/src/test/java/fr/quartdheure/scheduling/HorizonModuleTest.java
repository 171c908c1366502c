package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.directory.Closure;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HorizonModuleTest {

    private static final LocalDate CHRISTMAS = LocalDate.parse("2026-12-25");

    private final Agenda agenda = new Agenda();
    private final Horizon horizon = agenda.get(Horizon.class);
    private final AvailabilityRules rules = agenda.get(AvailabilityRules.class);

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void slotsAreMadeSixtyDaysAheadAndOneMoreEachNight() {
        var rule = agenda.weekly().rule();
        rules.addAll(List.of(rule));
        horizon.keep();
        assertThat(days(rule))
                .hasSize(9)
                .startsWith(Agenda.MONDAY)
                .endsWith(LocalDate.parse("2027-01-18"))
                .allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
        assertThat(agenda.slots(rule)).hasSize(36).allMatch(Slot::free);
        agenda.clock.advance(Duration.ofDays(2));
        horizon.keep();
        assertThat(days(rule)).hasSize(9);
        agenda.clock.advance(Duration.ofDays(1));
        horizon.keep();
        assertThat(days(rule)).hasSize(10).endsWith(LocalDate.parse("2027-01-25"));
    }

    @Test
    void aSecondRunKeepsEveryId() {
        var rule = agenda.weekly().rule();
        rules.addAll(List.of(rule));
        horizon.keep();
        var before = agenda.slots(rule);
        horizon.keep();
        horizon.keep(agenda.site);
        assertThat(agenda.slots(rule)).isEqualTo(before);
    }

    @Test
    void publicHolidaysAreClosedUnlessTheSiteOpens() {
        var closed = agenda.weekly().on(DayOfWeek.FRIDAY).rule();
        UUID open = agenda.site(Agenda.COMMUNES.getFirst(), true);
        var opened = agenda.weeklyIn(open).on(DayOfWeek.FRIDAY).rule();
        rules.addAll(List.of(closed, opened));
        horizon.keep();
        assertThat(days(closed)).doesNotContain(CHRISTMAS, LocalDate.parse("2027-01-01"));
        assertThat(days(opened)).contains(CHRISTMAS, LocalDate.parse("2027-01-01"));
    }

    @Test
    void aClosedSiteReceivesNobodyFromItsFirstToItsLastDay() {
        var rule = agenda.weekly().rule();
        rules.addAll(List.of(rule));
        var monday = Agenda.MONDAY;
        agenda.get(Sites.class)
                .addClosures(List.of(new Closure(
                        UUID.randomUUID(), agenda.site, monday.plusWeeks(1), monday.plusWeeks(2), "travaux")));
        horizon.keep();
        assertThat(days(rule))
                .contains(monday, monday.plusWeeks(3))
                .doesNotContain(monday.plusWeeks(1), monday.plusWeeks(2));
    }

    @Test
    void anAbsenceTakesTheStepsItTouches() {
        var rule = agenda.weekly().rule();
        rules.addAll(List.of(rule));
        var monday = Agenda.MONDAY;
        agenda.get(Absences.class)
                .add(
                        rule.practitionerId(),
                        new Period(Agenda.at(monday, "09:20"), Agenda.at(monday, "09:45")),
                        "training");
        horizon.keep();
        assertThat(agenda.slots(rule).stream().map(Slot::start).limit(2))
                .containsExactly(Agenda.at(monday, "09:00"), Agenda.at(monday, "09:45"));
    }

    @Test
    void anExceptionConcernsOneRuleAndOneDay() {
        var rule = agenda.weekly().rule();
        var other = agenda.weekly().rule();
        rules.addAll(List.of(rule, other));
        rules.except(rule.id(), Agenda.MONDAY.plusWeeks(1));
        horizon.keep();
        assertThat(days(rule)).hasSize(8).doesNotContain(Agenda.MONDAY.plusWeeks(1));
        assertThat(days(other)).hasSize(9);
    }

    @Test
    void everyOtherWeekCountsFromTheFirstWeek() {
        var rule = agenda.weekly().everyOtherWeek().rule();
        rules.addAll(List.of(rule));
        horizon.keep();
        assertThat(days(rule))
                .as("the rule began on 16 November")
                .containsExactly(
                        Agenda.MONDAY.plusWeeks(1),
                        Agenda.MONDAY.plusWeeks(3),
                        Agenda.MONDAY.plusWeeks(5),
                        Agenda.MONDAY.plusWeeks(7));
    }

    @Test
    void whatARuleNoLongerGivesIsWithdrawnAndAppointmentsStand() {
        var slots = agenda.open(agenda.weekly());
        var appointment = agenda.booked(slots.getFirst(), agenda.patient());
        agenda.jdbc
                .sql("update scheduling.availability_rule set starts = '09:30'")
                .update();
        horizon.keep(agenda.site);
        assertThat(agenda.get(Slots.class).find(slots.get(0).id())).isEmpty();
        assertThat(agenda.get(Slots.class).find(slots.get(1).id())).isEmpty();
        assertThat(agenda.get(Slots.class).find(slots.get(2).id())).contains(slots.get(2));
        assertThat(agenda.get(Appointments.class).find(appointment.id())).contains(appointment);
        assertThat(agenda.count("select count(*) from scheduling.occupation")).isEqualTo(3);
    }

    @Test
    void aSlotThatChangesInAnythingElseIsMadeAgain() {
        var slots = agenda.open(agenda.weekly());
        agenda.booked(slots.get(1), agenda.patient());
        agenda.jdbc
                .sql("update scheduling.availability_rule set slot_minutes = 30, online = false")
                .update();
        horizon.keep(agenda.site);
        var again = agenda.get(Slots.class).listOfSite(agenda.site, Agenda.NOW, Agenda.NOW.plus(Duration.ofHours(2)));
        assertThat(again)
                .hasSize(2)
                .allMatch(slot -> slot.period().length().equals(Duration.ofMinutes(30)) && !slot.online());
        assertThat(again).extracting(Slot::free).containsExactly(false, true);
    }

    @Test
    void aSlotMadeWhereSomebodyIsBusyIsBornTaken() {
        UUID practitioner = agenda.practitioner();
        UUID room = agenda.room();
        var first = agenda.open(agenda.weekly(practitioner, room)).getFirst();
        agenda.booked(first, agenda.patient());
        var elsewhere = agenda.open(agenda.weekly(practitioner, agenda.room()).step(30));
        assertThat(elsewhere.get(0).free()).as("she is busy").isFalse();
        assertThat(elsewhere.get(1).free()).isTrue();
        var another = agenda.open(agenda.weekly(agenda.practitioner(), room));
        assertThat(another.get(0).free()).as("the room is busy").isFalse();
        assertThat(another.get(1).free()).isTrue();
    }

    @Test
    void aBookedSlotOfAWithdrawnRuleComesBackTaken() {
        var slots = agenda.open(agenda.weekly());
        agenda.booked(slots.getFirst(), agenda.patient());
        agenda.jdbc
                .sql("update scheduling.availability_rule set starts = '09:30'")
                .update();
        horizon.keep(agenda.site);
        agenda.jdbc
                .sql("update scheduling.availability_rule set starts = '09:00'")
                .update();
        horizon.keep(agenda.site);
        var again = agenda.get(Slots.class).listOfSite(agenda.site, Agenda.NOW, Agenda.NOW.plus(Duration.ofHours(2)));
        assertThat(again).extracting(Slot::free).startsWith(false, true);
    }

    private List<LocalDate> days(AvailabilityRule rule) {
        return agenda.slots(rule).stream()
                .map(slot -> Paris.dayOf(slot.start()))
                .distinct()
                .toList();
    }
}
