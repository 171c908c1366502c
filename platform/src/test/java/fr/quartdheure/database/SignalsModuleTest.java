package fr.quartdheure.database;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.TestDatabase;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one real PostgreSQL. */
class SignalsModuleTest {

    private final PGSimpleDataSource database = TestDatabase.fresh();
    private final Signals here = new Signals(database, database);
    private final Signals there = new Signals(database, database);
    private final Inbox heardHere = new Inbox();
    private final Inbox heardThere = new Inbox();

    @BeforeEach
    void listen() throws InterruptedException {
        here.subscribe("agenda", heardHere);
        there.subscribe("agenda", heardThere);
        here.start();
        there.start();
        awaitBoth();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void bothNodesHearWithinASecond() throws InterruptedException {
        here.publish("agenda", "site-1");

        assertThat(heardHere.next()).isEqualTo("site-1");
        assertThat(heardThere.next()).isEqualTo("site-1");
    }

    @Test
    void manySignalsOfOneThingAreOne() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            here.publish("agenda", "site-1");
        }
        here.publish("elsewhere", "site-2");

        assertThat(heardThere.next()).isEqualTo("site-1");
        Thread.sleep(200);
        assertThat(heardThere.words.size()).isLessThan(5);
        assertThat(heardThere.words).doesNotContain("site-2");
    }

    @Test
    void aLostConnectionIsMadeAgainAndEverybodyReloads() throws InterruptedException {
        var killed = JdbcClient.create(database)
                .sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and query like 'listen%'")
                .query(Integer.class)
                .single();
        assertThat(killed).isEqualTo(2);

        assertThat(heardHere.next()).isEqualTo("reload");
        assertThat(heardThere.next()).isEqualTo("reload");
        awaitBoth();
        there.publish("agenda", "site-3");
        assertThat(heardHere.next()).isEqualTo("site-3");
    }

    private void awaitBoth() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!(here.isListening() && there.isListening()) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    private static final class Inbox implements Signals.Receiver {

        private final BlockingQueue<String> words = new LinkedBlockingQueue<>();

        @Override
        public void changed(String id) {
            words.add(id);
        }

        @Override
        public void reload() {
            words.add("reload");
        }

        private String next() throws InterruptedException {
            String word = words.poll(3, TimeUnit.SECONDS);
            return word == null ? "nothing came" : word;
        }
    }
}
