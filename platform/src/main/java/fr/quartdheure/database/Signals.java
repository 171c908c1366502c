package fr.quartdheure.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Word from one node to all of them that something is no longer as it was shown; ids only, never names or texts.
 *
 * <p>One connection outside the pool listens. What is published goes out from a background flusher, many at a time and
 * each id once: {@code pg_notify} inside the booking's own transaction was tried and costs a third of its throughput.
 * A signal may be lost while the connection is made again, therefore every receiver is then told to reload.
 * Thread-safe.
 */
public final class Signals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final String LISTEN = "listen quartdheure_signal";
    private static final String NOTIFY = """
            select pg_notify('quartdheure_signal', word) from unnest(?::text[]) as word
            """;
    private static final Duration COALESCE = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DataSource outside;
    private final DataSource pool;
    private final Collection<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<String> outbox = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private volatile boolean listening;
    private final List<Thread> threads = new ArrayList<>();

    /**
     * @param outside gives the one connection that listens
     * @param pool gives connections for the moment of a flush
     */
    public Signals(DataSource outside, DataSource pool) {
        this.outside = outside;
        this.pool = pool;
    }

    public void start() {
        threads.add(Thread.ofVirtual().name("signals-listen").start(this::listen));
        threads.add(Thread.ofVirtual().name("signals-flush").start(this::flush));
    }

    /** Call it after the commit: a reader told earlier would read the old state. Returns at once. */
    public void publish(String channel, String id) {
        outbox.add(channel + ":" + id);
    }

    public AutoCloseable subscribe(String channel, Receiver receiver) {
        var subscription = new Subscription(channel, receiver);
        subscriptions.add(subscription);
        return () -> subscriptions.remove(subscription);
    }

    /** Whether the listening connection stands now. */
    public boolean isListening() {
        return listening;
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }

    private void listen() {
        Duration pause = Duration.ofMillis(100);
        boolean again = false;
        while (!closed) {
            try (Connection connection = outside.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(LISTEN);
                }
                pause = Duration.ofMillis(100);
                listening = true;
                if (again) {
                    subscriptions.forEach(one -> one.receiver().reload());
                }
                again = true;
                hear(connection);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("Live updates pause, the database connection is made again: {}", e.getMessage());
                }
            } finally {
                listening = false;
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void hear(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] heard = postgres.getNotifications((int) PATIENCE.toMillis());
            if ((heard == null || heard.length == 0) && !closed && !connection.isValid(2)) {
                throw new SQLException("the connection no longer answers");
            }
            if (heard != null) {
                for (PGNotification one : heard) {
                    deliver(one.getParameter());
                }
            }
        }
    }

    private void deliver(String word) {
        int colon = word.indexOf(':');
        String channel = word.substring(0, Math.max(colon, 0));
        for (Subscription one : subscriptions) {
            if (one.channel().equals(channel)) {
                one.receiver().changed(word.substring(colon + 1));
            }
        }
    }

    private void flush() {
        Set<String> words = ConcurrentHashMap.newKeySet();
        while (!closed) {
            try {
                if (words.isEmpty()) {
                    words.add(outbox.take());
                }
                Thread.sleep(COALESCE);
                outbox.drainTo(words);
                send(words);
                words.clear();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                LOG.warn("Live updates are late, they are sent again: {}", e.getMessage());
                sleep(Duration.ofSeconds(1));
            }
        }
    }

    private void send(Set<String> words) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.prepareStatement(NOTIFY)) {
            statement.setArray(1, connection.createArrayOf("text", words.toArray()));
            statement.execute();
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who wants to know; called on the listening thread, so it must return at once. */
    public interface Receiver {

        void changed(String id);

        /** Anything may have changed. */
        void reload();
    }

    private record Subscription(String channel, Receiver receiver) {}
}
