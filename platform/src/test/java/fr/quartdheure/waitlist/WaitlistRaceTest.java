package fr.quartdheure.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Cancelling;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Changes.By;
import fr.quartdheure.scheduling.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hours come free, are offered, accepted, declined and given up all at once, by two nodes. */
class WaitlistRaceTest {

    private static final String ASKED_AT_ONCE = """
            select count(*) from (select slot_id from waitlist.offer where state = 'open' group by slot_id
              having count(*) > 1) as twice
            """;
    private static final String HOLDS_WITHOUT_OFFER = """
            select count(*) from scheduling.appointment a
            where a.status = 'held' and not exists (
              select from waitlist.offer o where o.hold_id = a.id and o.state = 'open')
            """;
    private static final String OFFERS_WITHOUT_HOLD = """
            select count(*) from waitlist.offer o
            where o.state = 'open' and not exists (
              select from scheduling.appointment a where a.id = o.hold_id and a.status = 'held')
            """;
    private static final String OVERLAPS = """
            select count(*) from scheduling.occupation a join scheduling.occupation b
              on a.resource_id = b.resource_id and a.during && b.during and a.ctid < b.ctid
            """;
    private static final String DEADLOCKS = """
            select deadlocks from pg_stat_database where datname = current_database()
            """;

    private final Agenda agenda = new Agenda("fr.quartdheure.waitlist");
    private final Waitlist waitlist = agenda.get(Waitlist.class);
    private final Offering offering = agenda.get(Offering.class);
    private final Changes changes = agenda.get(Changes.class);
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void noHourIsLostAndNoneIsOfferedToTwoAtOnce() throws InterruptedException {
        var waiting = new ArrayList<Appointment>();
        var leaving = new ArrayList<Appointment>();
        for (int practitioner = 0; practitioner < 4; practitioner++) {
            List<Slot> slots = agenda.open(agenda.weekly());
            slots.subList(4, 8).forEach(slot -> leaving.add(agenda.booked(slot, agenda.patient())));
            slots.subList(12, 20).forEach(slot -> waiting.add(agenda.booked(slot, agenda.patient())));
        }
        waiting.forEach(one -> waitlist.ask(one.id(), false, 60));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            leaving.forEach(one ->
                    threads.submit(() -> attempt(() -> changes.cancel(one.id(), "patient", By.FRONT_DESK))));
            for (int node = 0; node < 2; node++) {
                threads.submit(() -> attempt(() -> sweep(60)));
            }
            waiting.forEach(one -> threads.submit(() -> attempt(() -> answer(one))));
        }
        offering.sweep();
        assertThat(failures).isEmpty();
        assertThat(agenda.count(ASKED_AT_ONCE)).isZero();
        assertThat(agenda.count(HOLDS_WITHOUT_OFFER)).isZero();
        assertThat(agenda.count(OFFERS_WITHOUT_HOLD)).isZero();
        assertThat(agenda.count(OVERLAPS)).isZero();
        assertThat(agenda.count(DEADLOCKS)).isZero();
        assertThat(agenda.count("select count(*) from waitlist.freed")).isZero();
        agenda.clock.advance(Duration.ofMinutes(16));
        offering.sweep();
        assertThat(agenda.count("select count(*) from scheduling.appointment where status = 'booked'"))
                .as("everybody who waited still has an hour, and one only")
                .isEqualTo(waiting.size());
    }

    @Test
    void acceptingAndCancellingOneAppointmentNeverWaitForEachOther() throws InterruptedException {
        var waiting = new ArrayList<Appointment>();
        for (int practitioner = 0; practitioner < 12; practitioner++) {
            List<Slot> slots = agenda.open(agenda.weekly());
            for (int pair = 0; pair < 3; pair++) {
                Appointment leaving = agenda.booked(slots.get(pair), agenda.patient());
                Appointment later = agenda.booked(slots.get(pair + 10), agenda.patient());
                waitlist.ask(later.id(), true, 60);
                changes.cancel(leaving.id(), "patient", By.FRONT_DESK);
                waiting.add(later);
            }
        }
        offering.sweep();
        assertThat(waiting).allMatch(one -> waitlist.openOffer(one.id()).isPresent());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Appointment one : waiting) {
                threads.submit(() -> attempt(() -> waitlist.accept(one.id())));
                threads.submit(() -> attempt(() -> cancelUntilDone(one)));
            }
            threads.submit(() -> attempt(() -> sweep(20)));
        }
        offering.sweep();
        assertThat(failures).isEmpty();
        assertThat(agenda.count(DEADLOCKS)).isZero();
        assertThat(agenda.count("select count(*) from scheduling.appointment where status = 'booked'"))
                .isZero();
        assertThat(agenda.count("select count(*) from scheduling.occupation")).isZero();
        assertThat(agenda.count(OFFERS_WITHOUT_HOLD)).isZero();
    }

    /** A move that came first makes the first try void. */
    private void cancelUntilDone(Appointment appointment) {
        for (int time = 0; time < 10; time++) {
            if (changes.cancel(appointment.id(), "patient", By.FRONT_DESK) instanceof Cancelling.Cancelled) {
                return;
            }
        }
        throw new AssertionError("never cancelled: " + appointment.id());
    }

    private void sweep(int times) {
        for (int time = 0; time < times; time++) {
            offering.sweep();
        }
    }

    private void answer(Appointment mine) {
        for (int time = 0; time < 12; time++) {
            switch (ThreadLocalRandom.current().nextInt(4)) {
                case 0 -> waitlist.accept(mine.id());
                case 1 -> waitlist.decline(mine.id());
                default -> waitlist.openOffer(mine.id());
            }
        }
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException | AssertionError e) {
            failures.add(e);
        }
    }
}
