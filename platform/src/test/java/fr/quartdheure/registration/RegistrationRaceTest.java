package fr.quartdheure.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.registration.Answering.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places are opened, offered, taken, declined and given up all at once, by two nodes. */
class RegistrationRaceTest {

    private static final String DEADLOCKS = """
            select deadlocks from pg_stat_database where datname = current_database()
            """;
    private static final String TAKEN = "select count(*) from registration.open_place where state = 'taken'";
    private static final String PLACED = "select count(*) from registration.request where state = 'placed'";

    private final ListDesk desk = new ListDesk(Priority.PREGNANT);
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void twentyAnswerForThreePlacesAndThreeAreTakenOn() throws InterruptedException {
        UUID doctor = desk.doctor(3);
        List<UUID> people = people(20);
        var accepted = new AtomicInteger();
        desk.matching.open(doctor, desk.site, 3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int time = 0; time < 4; time++) {
                people.forEach(one -> threads.submit(() -> attempt(() -> {
                    if (desk.answering.accept(one) instanceof Answered.Taken) {
                        accepted.incrementAndGet();
                    }
                })));
                threads.submit(() -> attempt(desk.matching::serve));
                threads.submit(() -> attempt(desk.matching::serve));
            }
        }
        assertThat(failures).isEmpty();
        assertThat(accepted).hasValue(3);
        desk.assertCount(TAKEN, 3);
        desk.assertCount(PLACED, 3);
        assertThat(people.subList(0, 3))
                .as("the first three in turn")
                .allMatch(one -> desk.state(one) == RegistrationRequest.State.PLACED);
        desk.assertFair();
    }

    @Test
    void twoNodesOpenMatchAndAnswerWithoutAskingAnybodyTwice() throws InterruptedException {
        List<UUID> doctors = List.of(desk.doctor(8), desk.doctor(8), desk.doctor(8));
        List<UUID> people = people(30);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int node = 0; node < 2; node++) {
                threads.submit(() -> attempt(() -> sweep(40)));
                doctors.forEach(doctor -> threads.submit(() -> attempt(() -> open(doctor))));
            }
            people.forEach(one -> threads.submit(() -> attempt(() -> answer(one))));
            threads.submit(() -> attempt(() -> desk.keeping.stop(doctors.getLast(), desk.site)));
        }
        desk.matching.serve();
        assertThat(failures).isEmpty();
        desk.assertCount(DEADLOCKS, 0);
        desk.assertFair();
        assertThat(desk.agenda.count(TAKEN))
                .isEqualTo(desk.agenda.count("select count(*) from registration.registration"));
    }

    @Test
    void aPersonWhoAsksTwiceAtOnceWaitsOnce() throws InterruptedException {
        var patient = desk.patient(ListDesk.BORN);
        var wanted = new Joining.Wanted("self", ListDesk.HERE, java.util.Set.of(), List.of(desk.site));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int time = 0; time < 12; time++) {
                threads.submit(() -> attempt(() -> desk.joining.join(patient, wanted)));
            }
        }
        assertThat(failures).isEmpty();
        desk.assertCount("select count(*) from registration.request", 1);
    }

    private List<UUID> people(int count) {
        var people = new ArrayList<UUID>();
        for (int one = 0; one < count; one++) {
            people.add(desk.asks());
            desk.agenda.clock.advance(java.time.Duration.ofSeconds(1));
        }
        return people;
    }

    private void open(UUID doctor) {
        for (int time = 0; time < 10; time++) {
            desk.matching.open(doctor, desk.site, 1);
            if (ThreadLocalRandom.current().nextInt(3) == 0) {
                desk.matching.withdraw(doctor, desk.site);
            }
        }
    }

    private void sweep(int times) {
        for (int time = 0; time < times; time++) {
            desk.matching.serve();
        }
    }

    private void answer(UUID mine) {
        for (int time = 0; time < 10; time++) {
            switch (ThreadLocalRandom.current().nextInt(5)) {
                case 0 -> desk.answering.accept(mine);
                case 1 -> desk.answering.decline(mine);
                case 2 -> desk.leaving.leaveAll(mine);
                case 3 -> desk.leaving.comeBack(mine);
                default -> desk.leaving.confirm(mine, java.util.Set.of(Priority.PREGNANT));
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
