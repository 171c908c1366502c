package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody at once on overlapping slots; what must hold afterwards is counted in the database. */
class BookingRaceTest {

    private static final int RACERS = 500;
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private static final String OVERLAPS = """
            select count(*) from scheduling.occupation a join scheduling.occupation b
              on a.resource_id = b.resource_id and a.during && b.during and a.ctid < b.ctid
            """;
    private static final String WRONG_FLAGS = """
            select count(*) from scheduling.slot s
            where s.free = exists (select from scheduling.occupation o
              where o.during && tstzrange(s.start_at, s.end_at) and (
                o.resource_kind = 'practitioner' and o.resource_id = s.practitioner_id
                or o.resource_kind = 'room' and o.resource_id = s.room_id))
            """;
    /** What active appointments occupy and what is occupied, each without the other. */
    private static final String MISMATCHES = """
            with due as (
              select r.kind, r.id as resource, tstzrange(a.start_at, a.end_at) as during, a.id
              from scheduling.appointment a
              cross join lateral (values ('practitioner', a.practitioner_id), ('room', a.room_id),
                ('patient', a.person_key)) as r (kind, id)
              where a.status not in ('cancelled', 'expired') and r.id is not null),
            kept as (select resource_kind, resource_id, during, appointment_id from scheduling.occupation)
            select (select count(*) from (select * from due except all select * from kept) missing)
              + (select count(*) from (select * from kept except all select * from due) orphan)
            """;

    private static final String DEADLOCKS = """
            select deadlocks from pg_stat_database where datname = current_database()
            """;

    private final Agenda agenda = new Agenda();
    private final List<Slot> slots = new ArrayList<>();
    private final List<UUID> patients = new ArrayList<>();
    private final Queue<UUID> booked = new ConcurrentLinkedQueue<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void fiveHundredRacersLeaveNoTraceOfTheRace() throws Exception {
        openOverlappingAgendas();
        long end = System.nanoTime() + LENGTH.toNanos();
        var racers = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < RACERS; i++) {
                racers.add(threads.submit(() -> race(end)));
            }
            racers.add(threads.submit(() -> sweepUntil(end)));
        }
        assertThat(failures).isEmpty();
        assertThat(agenda.count(OVERLAPS)).as("overlapping occupations").isZero();
        assertThat(agenda.count(WRONG_FLAGS)).as("slots whose flag lies").isZero();
        assertThat(agenda.count(MISMATCHES)).as("occupations missing or orphan").isZero();
        assertThat(deadlocks()).isZero();
        assertThat(outcomes.keySet())
                .as("every act came through at least once")
                .contains("Held", "Booked", "Moved", "Cancelled", "Taken");
    }

    @Test
    void ofSixteenRacersOneWins() throws Exception {
        List<Slot> contested = agenda.open(agenda.weekly().from("08:15", "23:30"));
        for (int round = 0; round < 60; round++) {
            Slot slot = contested.get(round);
            var results = new ArrayList<Future<Object>>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int racer = 0; racer < 16; racer++) {
                    boolean atTheDesk = racer % 2 == 0;
                    results.add(threads.submit(() -> take(slot, atTheDesk)));
                }
            }
            int won = 0;
            for (var result : results) {
                Object outcome = result.get();
                assertThat(outcome)
                        .isInstanceOfAny(
                                Holding.Held.class, Holding.Taken.class, Booking.Booked.class, Booking.Taken.class);
                won += outcome instanceof Holding.Held || outcome instanceof Booking.Booked ? 1 : 0;
            }
            assertThat(won).as("winners of round %d", round).isEqualTo(1);
        }
        assertThat(deadlocks()).isZero();
    }

    private Object take(Slot slot, boolean atTheDesk) {
        return atTheDesk
                ? agenda.get(FrontDesk.class).book(slot.id(), agenda.patient(), "consultation")
                : agenda.get(Holds.class)
                        .hold(
                                slot.id(),
                                "consultation",
                                new Visitor(
                                        UUID.randomUUID().toString(),
                                        UUID.randomUUID().toString(),
                                        true));
    }

    /**
     * Three practitioners change rooms in the morning: each slot overlaps others by its practitioner and by its room.
     */
    private void openOverlappingAgendas() {
        var practitioners = List.of(agenda.practitioner(), agenda.practitioner(), agenda.practitioner());
        var rooms = List.of(agenda.room(), agenda.room(), agenda.room());
        for (int p = 0; p < practitioners.size(); p++) {
            for (int r = 0; r < rooms.size(); r++) {
                slots.addAll(agenda
                        .open(agenda.weekly(practitioners.get(p), rooms.get(r))
                                .from("09:00", "12:00")
                                .step((p + r) % 2 == 0 ? 15 : 30))
                        .stream()
                        .filter(slot -> slot.start().isBefore(Agenda.NOW.plus(Duration.ofDays(1))))
                        .toList());
            }
        }
        for (int i = 0; i < 60; i++) {
            patients.add(agenda.patient());
        }
    }

    private void race(long end) {
        while (System.nanoTime() < end && failures.size() < 20) {
            try {
                Object outcome = step();
                outcomes.computeIfAbsent(outcome.getClass().getSimpleName(), name -> new AtomicInteger())
                        .incrementAndGet();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    private Object step() {
        var random = ThreadLocalRandom.current();
        Slot slot = slots.get(random.nextInt(slots.size()));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> hold(slot, random.nextInt(3) == 0 ? "long-consultation" : "consultation");
            case 3, 4, 5 -> book(slot, patients.get(random.nextInt(patients.size())));
            case 6 -> swap();
            case 7 -> withBooked(id -> agenda.get(Changes.class).move(id, slot.id(), Changes.By.FRONT_DESK));
            default -> cancel();
        };
    }

    /** In the past of the standing clock: such a hold has run out as soon as it is made. */
    private Object hold(Slot slot, String reason) {
        var visitor =
                new Visitor(UUID.randomUUID().toString(), UUID.randomUUID().toString(), true);
        var holding = agenda.get(Holds.class).hold(slot.id(), reason, visitor);
        if (holding instanceof Holding.Held held && ThreadLocalRandom.current().nextInt(4) > 0) {
            agenda.jdbc
                    .sql("update scheduling.appointment set expires_at = :past where id = :id and status = 'held'")
                    .param("past", fr.quartdheure.database.Sql.utc(Agenda.NOW))
                    .param("id", held.appointment().id())
                    .update();
        }
        return holding;
    }

    private Object book(Slot slot, UUID patient) {
        var booking = agenda.get(FrontDesk.class).book(slot.id(), patient, "consultation");
        if (booking instanceof Booking.Booked done) {
            booked.add(done.appointment().id());
        }
        return booking;
    }

    private Object cancel() {
        UUID id = booked.poll();
        return id == null ? "nothing" : agenda.get(Changes.class).cancel(id, "patient", Changes.By.FRONT_DESK);
    }

    /** Two appointments each move to where the other is. */
    private Object swap() {
        return withBooked(one -> withBooked(other -> {
            var appointments = agenda.get(Appointments.class);
            UUID there = appointments.find(other).orElseThrow().slotId();
            return there == null ? "nothing" : agenda.get(Changes.class).move(one, there, Changes.By.FRONT_DESK);
        }));
    }

    private Object withBooked(java.util.function.Function<UUID, Object> act) {
        UUID id = booked.poll();
        if (id == null) {
            return "nothing";
        }
        booked.add(id);
        return act.apply(id);
    }

    private void sweepUntil(long end) {
        while (System.nanoTime() < end) {
            try {
                agenda.get(Expiry.class).sweep();
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    private int deadlocks() throws InterruptedException {
        Thread.sleep(1_500);
        return agenda.count(DEADLOCKS);
    }
}
