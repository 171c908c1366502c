package fr.quartdheure.reception;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Settlement;
import fr.quartdheure.scheduling.Settling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several people at one reception do what only one of them can. */
class ReceptionRaceTest {

    private static final int SECRETARIES = 30;
    private static final int ROUNDS = 20;

    // A close that went before the arrival is undone by it; an arrival that went before refuses the close.
    private static final String BROKEN = """
            select count(*) from reception.day_close c
            where exists (select from scheduling.appointment a where a.site_id = c.site_id
              and a.status in ('booked', 'arrived', 'in-consultation')
              and (a.start_at at time zone 'Europe/Paris')::date = c.day)
            """;

    @Test
    void of_thirty_who_take_a_call_back_one_has_it_and_the_others_are_told_who() throws Exception {
        try (var reception = new Reception()) {
            var wanted = reception.wanted(null, Agenda.NOW.plus(Duration.ofHours(1)));
            var acts = reception.get(CallingBack.class);
            acts.add(wanted);
            List<Callable<Taking>> all = new ArrayList<>();
            for (int i = 0; i < SECRETARIES; i++) {
                var clerk = new Clerk(UUID.randomUUID(), "Secretary " + i);
                all.add(() -> acts.take(wanted.id(), clerk));
            }
            List<Taking> answers = atOnce(all);
            assertThat(answers).filteredOn(Taking.Taken.class::isInstance).hasSize(1);
            String winner = java.util.Objects.requireNonNull(reception
                            .get(CallBacks.class)
                            .find(wanted.id())
                            .orElseThrow()
                            .takenBy())
                    .name();
            assertThat(answers)
                    .filteredOn(answer -> !(answer instanceof Taking.Taken))
                    .hasSize(SECRETARIES - 1)
                    .allMatch(new Taking.TakenBy(winner)::equals);
        }
    }

    @Test
    void a_closed_day_never_holds_somebody_who_came_late() throws Exception {
        try (var reception = new Reception()) {
            UUID id = reception.booked(0);
            reception.evening();
            var desk = reception.get(FrontDesk.class);
            var closing = reception.get(DayClosing.class);
            var settling = reception.get(Settling.class);
            for (int round = 0; round < ROUNDS; round++) {
                settling.settle(id, Settlement.ABSENT);
                closing.reopen(reception.agenda.site, Agenda.MONDAY);
                atOnce(List.<Callable<Object>>of(
                        () -> closing.close(reception.agenda.site, Agenda.MONDAY, Reception.NATHALIE),
                        () -> desk.advance(id, AppointmentStatus.ARRIVED)));
                assertThat(reception.agenda.count(BROKEN)).isZero();
                desk.advance(id, AppointmentStatus.BOOKED);
            }
        }
    }

    @Test
    void of_two_answers_at_once_the_first_stands() throws Exception {
        try (var reception = new Reception()) {
            UUID id = reception.booked(0);
            reception.evening();
            var settling = reception.get(Settling.class);
            List<Boolean> answers = atOnce(List.of(
                    () -> settling.settle(id, Settlement.ABSENT),
                    () -> settling.settle(id, Settlement.SEEN),
                    () -> settling.settle(id, Settlement.LATE_CANCELLATION)));
            assertThat(answers).filteredOn(done -> done).hasSize(1);
        }
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> acts) throws Exception {
        var ready = new CyclicBarrier(acts.size());
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = new ArrayList<>();
            for (Callable<T> act : acts) {
                all.add(desks.submit(() -> {
                    ready.await();
                    return act.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : all) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
