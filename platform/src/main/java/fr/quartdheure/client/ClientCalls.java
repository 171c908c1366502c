package fr.quartdheure.client;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Paris;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often each client calls. Counted in memory and written every few seconds: a row of its own for each call would
 * make all calls of a client wait for each other. A node that is killed loses the last seconds. Thread-safe.
 */
@Repository
public class ClientCalls {

    private static final String ADD = """
            insert into client.calls_of_day (client_id, day, calls) values (:client, :day, :calls)
            on conflict (client_id, day) do update set calls = calls_of_day.calls + excluded.calls
            """;
    private static final String USED = """
            update client.client set last_used_at = greatest(coalesce(last_used_at, :at), :at::timestamptz)
            where id = :client
            """;
    private static final String LIST = """
            select day, calls from client.calls_of_day where client_id = :client and day >= :from
            """;
    private static final String COUNT_OF_DAY = """
            select client_id, calls from client.calls_of_day where day = :day
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    ClientCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One more call, refused for its scopes or not. */
    public void count(UUID clientId) {
        Instant now = clock.instant();
        counts.merge(new Key(clientId, Paris.dayOf(now)), new Count(1, now), Count::plus);
    }

    /** Writes what was counted. In one order, so that two nodes do not wait for each other in a circle. */
    @Scheduled(fixedDelayString = "PT5S")
    @PreDestroy
    @Transactional
    public void write() {
        counts.keySet().stream()
                .sorted(Comparator.comparing(Key::clientId).thenComparing(Key::day))
                .forEach(key -> {
                    Count count = counts.remove(key);
                    if (count != null) {
                        write(key, count);
                    }
                });
    }

    private void write(Key key, Count count) {
        jdbc.sql(ADD)
                .param("client", key.clientId())
                .param("day", key.day())
                .param("calls", count.calls())
                .update();
        jdbc.sql(USED)
                .param("at", Sql.utc(count.last()))
                .param("client", key.clientId())
                .update();
    }

    /** The calls of each of the last days, today included, the latest day first; a day without any has 0. */
    public Map<LocalDate, Long> listOfDays(UUID clientId, int days) {
        LocalDate today = Paris.dayOf(clock.instant());
        SortedMap<LocalDate, Long> known = new TreeMap<>();
        jdbc.sql(LIST)
                .param("client", clientId)
                .param("from", today.minusDays(days - 1L))
                .query((row, number) -> Map.entry(row.getObject("day", LocalDate.class), row.getLong("calls")))
                .list()
                .forEach(day -> known.put(day.getKey(), day.getValue()));
        var all = new LinkedHashMap<LocalDate, Long>();
        for (int back = 0; back < days; back++) {
            LocalDate day = today.minusDays(back);
            all.put(day, known.getOrDefault(day, 0L));
        }
        return all;
    }

    /** Today's calls by client; one that did not call is absent. */
    public Map<UUID, Long> countsOfToday() {
        var counted = new LinkedHashMap<UUID, Long>();
        jdbc.sql(COUNT_OF_DAY)
                .param("day", Paris.dayOf(clock.instant()))
                .query((row, number) -> Map.entry(row.getObject("client_id", UUID.class), row.getLong("calls")))
                .list()
                .forEach(one -> counted.put(one.getKey(), one.getValue()));
        return counted;
    }

    private record Key(UUID clientId, LocalDate day) {}

    private record Count(long calls, Instant last) {

        private Count plus(Count other) {
            return new Count(calls + other.calls, last.isAfter(other.last) ? last : other.last);
        }
    }
}
