package fr.quartdheure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The shelf of answers already given. */
@Component
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private static final String CLAIM = """
            insert into web.idempotency (caller, route, key, body_hash)
            values (:caller, :route, :key, :bodyHash)
            on conflict do nothing
            """;
    private static final String FIND = """
            select body_hash, status, headers, body from web.idempotency
            where caller = :caller and route = :route and key = :key
            """;
    private static final String KEEP = """
            update web.idempotency set status = :status, headers = :headers, body = :body
            where caller = :caller and route = :route and key = :key
            """;
    private static final String FORGET = """
            delete from web.idempotency where created_at < :before
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits for a twin that runs at the same time: the primary key makes the second insert wait for the first. */
    Claim claim(String caller, String route, String key, byte[] bodyHash) {
        int inserted = jdbc.sql(CLAIM)
                .param("caller", caller)
                .param("route", route)
                .param("key", key)
                .param("bodyHash", bodyHash)
                .update();
        if (inserted == 1) {
            return new Claim.First();
        }
        return jdbc.sql(FIND)
                .param("caller", caller)
                .param("route", route)
                .param("key", key)
                .query((row, number) -> MessageDigest.isEqual(row.getBytes("body_hash"), bodyHash)
                        ? new Claim.Replay(
                                new Answer(row.getInt("status"), row.getString("headers"), row.getBytes("body")))
                        : new Claim.OtherBody())
                .single();
    }

    void keep(String caller, String route, String key, Answer answer) {
        jdbc.sql(KEEP)
                .param("caller", caller)
                .param("route", route)
                .param("key", key)
                .param("status", answer.status())
                .param("headers", answer.headers())
                .param("body", answer.body())
                .update();
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void forget() {
        jdbc.sql(FORGET)
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a key turned out to be. */
    sealed interface Claim {
        record First() implements Claim {}

        record Replay(Answer answer) implements Claim {
            void writeTo(HttpServletResponse response) throws IOException {
                answer.writeTo(response);
            }
        }

        record OtherBody() implements Claim {}
    }

    /** Status, the two headers that matter ("Content-Type\nLocation") and body. */
    record Answer(int status, @Nullable String headers, byte[] body) {

        static Answer of(ContentCachingResponseWrapper response) {
            String type = response.getContentType();
            String location = response.getHeader("Location");
            return new Answer(
                    response.getStatus(),
                    (type == null ? "" : type) + "\n" + (location == null ? "" : location),
                    response.getContentAsByteArray());
        }

        void writeTo(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            String[] parts = headers == null ? new String[0] : headers.split("\n", 2);
            if (parts.length == 2 && !parts[0].isEmpty()) {
                response.setContentType(parts[0]);
            }
            if (parts.length == 2 && !parts[1].isEmpty()) {
                response.setHeader("Location", parts[1]);
            }
            response.setHeader("Idempotency-Replayed", "true");
            response.getOutputStream().write(body);
        }
    }
}
