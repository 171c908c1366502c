package fr.quartdheure.visit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.visit.DayPlan.Overtaken;
import fr.quartdheure.visit.DayPlan.Planned;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several secretaries plan the same day at once: one plan, and everybody else is told. */
class DayPlanRaceTest {

    private static final int SECRETARIES = 6;

    @Test
    void ofSeveralWhoPlanTheSameDayOneDoes() throws Exception {
        try (var desk = new VisitDesk();
                var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            desk.round(desk.professional("10"));
            for (int tens = 1; tens < 5; tens++) {
                desk.request(tens, VisitDesk.NINE, LocalTime.of(11, 0));
            }
            var planning = desk.get(DayPlanning.class);
            var ready = new CountDownLatch(SECRETARIES);
            List<Future<DayPlan>> all = new ArrayList<>();
            for (int secretary = 0; secretary < SECRETARIES; secretary++) {
                all.add(desks.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return planning.plan(desk.organization, VisitDesk.MONDAY, 0);
                }));
            }
            List<DayPlan> answers = new ArrayList<>();
            for (var one : all) {
                answers.add(one.get());
            }
            assertThat(answers).filteredOn(Planned.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Overtaken.class::isInstance).hasSize(SECRETARIES - 1);
            assertThat(desk.day().version()).isEqualTo(1);
            assertThat(desk.jdbc
                            .sql("select count(*) from visit.stop group by round_id, position having count(*) > 1")
                            .query(Integer.class)
                            .list())
                    .isEmpty();
        }
    }
}
