package fr.quartdheure.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sixty rounds of sixteen people who want the same slot at the same instant, shared out over the nodes; as many before
 * them are not counted, because being refused is compiled late too.
 */
final class Race {

    /** One slot for each round, counted or not. */
    static final int SLOTS = 120;

    private static final int ROUNDS = 60;
    private static final int RACERS = 16;

    private Race() {}

    static void run(String name, List<Application> nodes, List<String> slots, List<Figure> figures)
            throws IOException, SQLException {
        long deadlocks = nodes.getFirst().deadlocks();
        var losers = new ArrayList<Long>();
        int rightRounds = 0;
        var line = new CyclicBarrier(RACERS);
        var clients = new ArrayList<Client>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int racer = 0; racer < RACERS; racer++) {
                clients.add(nodes.get(racer % nodes.size()).client());
            }
            for (int round = 0; round < SLOTS; round++) {
                String slot = slots.get(round);
                List<Callable<Run>> racers = clients.stream()
                        .<Callable<Run>>map(client -> () -> run(client, slot, line))
                        .toList();
                List<Run> runs = new ArrayList<>();
                for (Future<Run> one : threads.invokeAll(racers)) {
                    runs.add(one.get());
                }
                if (round < SLOTS - ROUNDS) {
                    continue;
                }
                long winners = runs.stream().filter(run -> run.status == 201).count();
                long refused = runs.stream().filter(run -> run.status == 409).count();
                rightRounds += winners == 1 && refused == RACERS - 1 && takenOnce(nodes.getFirst(), slot) ? 1 : 0;
                runs.stream().filter(run -> run.status != 201).forEach(run -> losers.add(run.nanos));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
        var timed = new Load.Timed(1, losers.stream().mapToLong(Long::longValue).toArray());
        figures.add(Figure.exactly(name + ", rounds with exactly one winner", rightRounds, "of 60", ROUNDS));
        figures.add(Figure.atMost(name + ", losers' p99", timed.millis(0.99), "ms", 100));
        figures.add(Figure.exactly(name + ", deadlocks", nodes.getFirst().deadlocks() - deadlocks, "", 0));
    }

    private static Run run(Client client, String slot, CyclicBarrier line) throws Exception {
        line.await();
        long begun = System.nanoTime();
        int status = Scenarios.hold(client, slot).status();
        return new Run(status, System.nanoTime() - begun);
    }

    private static boolean takenOnce(Application node, String slot) throws IOException, SQLException {
        try (Connection database = node.connect()) {
            return Scenarios.number(database, """
                    select count(*) from scheduling.appointment where status = 'held' and slot_id = '%s'
                    """.formatted(slot)) == 1;
        }
    }

    private record Run(int status, long nanos) {}
}
