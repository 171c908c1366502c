package fr.quartdheure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.OwnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.util.FileSystemUtils;

/**
 * Whole processes against each other and against the power cut: two nodes on one database have one winner for a slot,
 * and what was acknowledged before {@code kill -9} is there afterwards, once.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProcessesRaceTest {

    private static final int ROUNDS = 20;
    private static final int RACERS = 16;
    private static final int BOOKERS = 6;
    private static final int ENOUGH = 25;
    private static final String BOOKED = """
            select count(*) from scheduling.appointment where status = 'booked' and id = any (?::text[]::uuid[])
            """;
    private static final String WITHOUT_OCCUPATION = """
            select count(*) from scheduling.appointment a
            where a.status in ('held', 'awaiting-code', 'booked') and a.origin = 'public' and not exists (
              select from scheduling.occupation o
              where o.appointment_id = a.id and o.resource_kind = 'practitioner' and o.resource_id = a.practitioner_id
                and o.during = tstzrange(a.start_at, a.end_at))
            """;
    private static final String WITHOUT_APPOINTMENT = """
            select count(*) from scheduling.occupation o
            where o.cause = 'appointment'
              and not exists (select from scheduling.appointment a where a.id = o.appointment_id)
            """;
    private static final String FALSE_FLAGS = """
            select count(*) from scheduling.slot s where s.free = (
              exists (select from scheduling.occupation o where o.resource_kind = 'practitioner'
                and o.resource_id = s.practitioner_id and o.during && tstzrange(s.start_at, s.end_at))
              or exists (select from scheduling.occupation o where o.resource_kind = 'room'
                and o.resource_id = s.room_id and o.during && tstzrange(s.start_at, s.end_at)))
            """;
    private static final String ACTIVE_OF_SLOT = """
            select count(*) from scheduling.appointment
            where slot_id = ?::uuid and status in ('held', 'awaiting-code', 'booked')
            """;

    private static Path data = Path.of("");
    private static OwnProcess node = nobody();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    static void start() throws Exception {
        // PostgreSQL may run as a user other than the one who tests: that user must get to the folder.
        Path folder = Files.createTempDirectory("quartdheure-processes-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = folder.resolve("data");
        node = OwnProcess.start(data, "--data", data.toString(), "--bench-unlimited");
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        FileSystemUtils.deleteRecursively(data.getParent());
    }

    @Test
    @Order(1)
    void twoNodesHaveOneWinnerForEachSlot() throws Exception {
        try (var other = OwnProcess.start(data, "--database", node.databaseUrl(), "--bench-unlimited")) {
            List<Booker> bookers = List.of(new Booker(node.address()), new Booker(other.address()));
            List<String> slots = bookers.getFirst().slots();
            for (int round = 0; round < ROUNDS; round++) {
                assertThat(race(bookers, slots.get(round * 3))).isEqualTo(1);
            }
        }
        assertSound();
    }

    @Test
    @Order(2)
    void nothingAcknowledgedIsLostWhenTheApplicationIsKilled() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var over = new AtomicBoolean();
        var running = bookUntil(over, acknowledged);
        await(acknowledged, ENOUGH);
        String slot = new Booker(node.address()).slots().getLast();
        String key = UUID.randomUUID().toString();
        var before = new Booker(node.address()).hold(slot, key);

        node.kill();
        over.set(true);
        finish(running);
        node = OwnProcess.start(data, "--data", data.toString(), "--bench-unlimited");

        var replayed = new Booker(node.address()).hold(slot, key);
        assertThat(replayed.statusCode()).isEqualTo(before.statusCode()).isEqualTo(201);
        assertThat(replayed.body()).isEqualTo(before.body());
        assertThat(number(ACTIVE_OF_SLOT, slot)).isEqualTo(1);
        assertThat(booked(acknowledged)).isEqualTo(acknowledged.size());
        assertSound();
    }

    @Test
    @Order(3)
    void nothingAcknowledgedIsLostWhenPostgresIsKilledAndServiceComesBack() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var over = new AtomicBoolean();
        var running = bookUntil(over, acknowledged);
        await(acknowledged, ENOUGH);

        node.killPostgres();
        int before = acknowledged.size();
        await(acknowledged, before + ENOUGH);
        over.set(true);
        finish(running);

        assertThat(booked(acknowledged)).isEqualTo(acknowledged.size());
        assertSound();
    }

    private int race(List<Booker> bookers, String slot) throws Exception {
        var winners = new AtomicInteger();
        var losers = new AtomicInteger();
        var barrier = new CyclicBarrier(RACERS);
        var all = new ArrayList<Future<?>>();
        for (int racer = 0; racer < RACERS; racer++) {
            Booker booker = bookers.get(racer % bookers.size());
            all.add(threads.submit(() -> {
                barrier.await();
                int status = booker.hold(slot, UUID.randomUUID().toString()).statusCode();
                (status == 201 ? winners : losers).incrementAndGet();
                assertThat(status).isIn(201, 409);
                return null;
            }));
        }
        finish(all);
        assertThat(losers.get()).isEqualTo(RACERS - 1);
        return winners.get();
    }

    /** Books on and on; an answer that never came is nobody's booking yet. */
    private List<Future<?>> bookUntil(AtomicBoolean over, Set<String> acknowledged) {
        var all = new ArrayList<Future<?>>();
        for (int number = 0; number < BOOKERS; number++) {
            int own = number;
            all.add(threads.submit(() -> {
                var booker = new Booker(node.address());
                while (!over.get()) {
                    try {
                        List<String> slots = booker.slots();
                        booker.book(slots.get(own * slots.size() / BOOKERS)).ifPresent(acknowledged::add);
                    } catch (IOException | IndexOutOfBoundsException e) {
                        // Nobody answers while the node is down: a person would try again too.
                        Thread.sleep(100);
                    }
                }
                return null;
            }));
        }
        return all;
    }

    private static void await(Set<String> acknowledged, int count) {
        Awaitility.await("bookings in a minute")
                .atMost(Duration.ofMinutes(1))
                .until(() -> acknowledged.size() >= count);
    }

    private static void finish(List<Future<?>> all) throws Exception {
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static long booked(Set<String> ids) throws SQLException, IOException {
        try (var connection = node.connect();
                var statement = connection.prepareStatement(BOOKED)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void assertSound() throws SQLException, IOException {
        assertThat(number(WITHOUT_OCCUPATION))
                .as("appointments without occupation")
                .isZero();
        assertThat(number(WITHOUT_APPOINTMENT))
                .as("occupations without appointment")
                .isZero();
        assertThat(number(FALSE_FLAGS)).as("slots whose flag is not the truth").isZero();
    }

    private static long number(String question, String... values) throws SQLException, IOException {
        try (var connection = node.connect();
                var statement = connection.prepareStatement(question)) {
            for (int n = 0; n < values.length; n++) {
                statement.setString(n + 1, values[n]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @SuppressWarnings("NullAway")
    private static OwnProcess nobody() {
        return null;
    }
}
