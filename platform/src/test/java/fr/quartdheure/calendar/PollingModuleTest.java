package fr.quartdheure.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.calendar.CalendarFollowing.Outcome;
import fr.quartdheure.database.Birth;
import fr.quartdheure.database.Mode;
import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Weekly;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hours of a calendar on a real server close slots here, and open them again. */
class PollingModuleTest {

    /** Found by the scan of the module below, left out by that of the whole platform. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Demonstration {
        @Bean
        Birth birth(JdbcClient jdbc) {
            return Birth.of(jdbc, Mode.DEMO);
        }

        @Bean
        Accounts accounts() {
            return mock(Accounts.class);
        }

        @Bean
        CalendarSettings calendarSettings() {
            return new CalendarSettings(Duration.ofMinutes(3), Duration.ofSeconds(5), 5_000_000, true);
        }
    }

    private Agenda agenda;
    private Elsewhere elsewhere;
    private Polling polling;
    private Weekly weekly;
    private List<Slot> slots;
    private UUID me;

    @SuppressWarnings("NullAway.Init")
    PollingModuleTest() {}

    @BeforeEach
    void open() throws Exception {
        agenda = new Agenda("fr.quartdheure.calendar");
        elsewhere = new Elsewhere();
        polling = agenda.get(Polling.class);
        weekly = agenda.weekly();
        me = weekly.rule().practitionerId();
        slots = agenda.open(weekly);
    }

    @AfterEach
    void close() {
        agenda.close();
        elsewhere.close();
    }

    @Test
    void slotsCloseAndOpenWithTheCalendarElsewhere() {
        Slot first = slots.getFirst();
        elsewhere.holds(over(first));
        follow();
        read();
        assertThat(agenda.isFree(first)).isFalse();
        assertThat(slots.stream().filter(slot -> !agenda.isFree(slot))).hasSize(1);
        assertThat(agenda.get(FrontDesk.class).book(first.id(), agenda.patient(), "consultation"))
                .isNotInstanceOf(Booking.Booked.class);
        assertThat(agenda.count("select count(*) from calendar.busy_time")).isOne();

        elsewhere.holds();
        read();
        assertThat(slots).allMatch(agenda::isFree);
        read();
        assertThat(elsewhere.conditions.getLast()).isNotEmpty();
    }

    @Test
    void whatIsBookedStaysIsListedAndLeavesItsHourToTheCalendar() {
        Slot first = slots.getFirst();
        UUID booked = agenda.booked(first, agenda.patient()).id();
        elsewhere.holds(over(first), over(slots.get(1)));
        follow();
        read();
        assertThat(agenda.get(Clashes.class).ofPractitioner(me))
                .extracting(Clash::appointmentId)
                .containsExactly(booked);
        assertThat(agenda.get(Clashes.class).ofSites(List.of(agenda.site))).hasSize(1);
        assertThat(agenda.get(Clashes.class).ofSites(List.of(UUID.randomUUID())))
                .isEmpty();
        assertThat(agenda.isFree(slots.get(1))).isFalse();

        agenda.get(Changes.class).cancel(booked, "patient", Changes.By.FRONT_DESK);
        assertThat(agenda.isFree(first)).isFalse();
        assertThat(agenda.get(Clashes.class).ofPractitioner(me)).isEmpty();
    }

    @Test
    void theLastGoodStateStandsAndAfterADayItsOwnerIsTold() {
        elsewhere.holds(over(slots.getFirst()), over(slots.getLast()));
        UUID id = follow();
        read();
        elsewhere.status = 500;
        elsewhere.version = "\"broken\"";
        read();
        assertThat(subscription(id).failure()).isEqualTo(Failure.REFUSED);
        agenda.clock.advance(Duration.ofHours(23));
        read();
        polling.keepAll();
        assertThat(agenda.isFree(slots.getLast())).isFalse();
        assertThat(agenda.events).noneMatch(SubscriptionSilent.class::isInstance);

        agenda.clock.advance(Duration.ofHours(2));
        read();
        polling.keepAll();
        polling.keepAll();
        assertThat(agenda.isFree(slots.getLast())).isFalse();
        assertThat(agenda.events)
                .filteredOn(SubscriptionSilent.class::isInstance)
                .containsExactly(new SubscriptionSilent(id));

        elsewhere.status = 200;
        elsewhere.version = "\"mended\"";
        read();
        assertThat(subscription(id).failure()).isNull();
        assertThat(agenda.isFree(slots.getLast())).isFalse();
    }

    @Test
    void whatIsNoCalendarChangesNothing() {
        elsewhere.holds(over(slots.getFirst()));
        UUID id = follow();
        read();
        elsewhere.text = "<!doctype html>";
        elsewhere.version = "\"html\"";
        read();
        assertThat(subscription(id).failure()).isEqualTo(Failure.NOT_A_CALENDAR);
        assertThat(agenda.isFree(slots.getFirst())).isFalse();
    }

    @Test
    void nobodyElseLeavesItAndLeavingOpensItsHours() {
        elsewhere.holds(over(slots.getFirst()));
        UUID id = follow();
        read();
        assertThat(agenda.get(CalendarFollowing.class).leave(UUID.randomUUID(), id))
                .isFalse();
        assertThat(agenda.isFree(slots.getFirst())).isFalse();
        assertThat(agenda.get(CalendarFollowing.class).leave(me, id)).isTrue();
        assertThat(agenda.isFree(slots.getFirst())).isTrue();
    }

    @Test
    void twoCalendarsMayTakeTheSameHour() throws Exception {
        try (var other = new Elsewhere()) {
            elsewhere.holds(over(slots.getFirst()));
            other.holds(over(slots.getFirst()), over(slots.get(1)));
            UUID id = follow();
            agenda.get(CalendarFollowing.class)
                    .follow(me, "Autre", other.address().toString());
            read();
            polling.readNext();
            agenda.get(CalendarFollowing.class).leave(me, id);
            assertThat(agenda.isFree(slots.getFirst())).isFalse();
            assertThat(agenda.isFree(slots.get(1))).isFalse();
            assertThat(agenda.isFree(slots.get(2))).isTrue();
        }
    }

    @Test
    void anAddressIsJudgedBeforeItIsKept() {
        var following = agenda.get(CalendarFollowing.class);
        assertThat(following.follow(me, "A", "http://example.org/a.ics")).isInstanceOf(Outcome.AddressRefused.class);
        assertThat(following.follow(me, " ", "https://example.org/a.ics")).isInstanceOf(Outcome.LabelRefused.class);
        assertThat(following.follow(me, "A", "webcal://example.org/a.ics")).isInstanceOf(Outcome.Followed.class);
        assertThat(following.follow(me, "B", "https://example.org/a.ics")).isInstanceOf(Outcome.AlreadyFollowed.class);
        for (int n = 0; n < CalendarFollowing.MOST - 1; n++) {
            following.follow(me, "C", "https://example.org/" + n);
        }
        assertThat(following.follow(me, "D", "https://example.org/d")).isInstanceOf(Outcome.TooMany.class);
    }

    private UUID follow() {
        var outcome = agenda.get(CalendarFollowing.class)
                .follow(me, "Clinique", elsewhere.address().toString());
        return ((Outcome.Followed) outcome).id();
    }

    /** As three minutes later. */
    private void read() {
        agenda.clock.advance(Duration.ofMinutes(3));
        assertThat(polling.readNext()).isTrue();
    }

    private Subscription subscription(UUID id) {
        return agenda.get(Subscriptions.class).find(id).orElseThrow();
    }

    private static String over(Slot slot) {
        var form = java.time.format.DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
        var zone = fr.quartdheure.time.Paris.ZONE;
        return Elsewhere.event(
                slot.id().toString(),
                form.format(slot.start().atZone(zone)),
                form.format(slot.end().atZone(zone)));
    }
}
