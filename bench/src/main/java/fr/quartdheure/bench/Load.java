package fr.quartdheure.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The same act many times over several connections at once, each timed. */
final class Load {

    private Load() {}

    /** @param total how many acts, shared out as the connections come free */
    static Timed run(Application node, int connections, int total, Act act) throws IOException {
        var next = new AtomicInteger();
        var nanos = new long[total];
        var start = new CyclicBarrier(connections + 1);
        List<Future<?>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int one = 0; one < connections; one++) {
                all.add(threads.submit(() -> {
                    try (Client client = node.client()) {
                        start.await();
                        for (int number = next.getAndIncrement(); number < total; number = next.getAndIncrement()) {
                            long begun = System.nanoTime();
                            act.run(client, number);
                            nanos[number] = System.nanoTime() - begun;
                        }
                    }
                    return null;
                }));
            }
            start.await();
            long begun = System.nanoTime();
            for (Future<?> one : all) {
                one.get();
            }
            return new Timed(System.nanoTime() - begun, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException | java.util.concurrent.BrokenBarrierException e) {
            throw new IOException(e);
        }
    }

    /** One request and whatever it needs; throws when the answer is not the expected one. */
    @FunctionalInterface
    interface Act {
        void run(Client client, int number) throws IOException;
    }

    /** Times of all acts; sorted at once. */
    static final class Timed {

        private final long wall;
        private final long[] sorted;

        Timed(long wall, long[] nanos) {
            this.wall = wall;
            this.sorted = nanos.clone();
            Arrays.sort(sorted);
        }

        int count() {
            return sorted.length;
        }

        double perSecond() {
            return sorted.length / (wall / 1e9);
        }

        /** @param part 0.99 for the 99th percentile, nearest rank */
        double millis(double part) {
            return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
        }
    }
}
