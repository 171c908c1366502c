package fr.quartdheure.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Public writes per address: so many a minute, stated in headers; beyond, 429 with the seconds to wait. Per node. */
@Component
@Order(WriteLimits.BEFORE_EVERYTHING)
class WriteLimits extends OncePerRequestFilter {

    static final int BEFORE_EVERYTHING = -200;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WebSettings settings;
    private final Clock clock;
    private final Problems problems;
    private final Map<String, Visits> byAddress = new ConcurrentHashMap<>();

    WriteLimits(WebSettings settings, Clock clock, Problems problems) {
        this.settings = settings;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return settings.benchUnlimited() || !isWrite(request) || !isPublic(path(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visits visits = byAddress.computeIfAbsent(ClientAddress.of(request), address -> new Visits(newBucket()));
        visits.last = clock.millis();
        ConsumptionProbe probe = visits.bucket.tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Limit", String.valueOf(settings.writesPerMinute()));
        response.setHeader("RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
        response.setHeader("Retry-After", String.valueOf(seconds));
        if (path(request).startsWith("/api/")) {
            problems.write(response, 429, "too-many-writes");
        } else {
            response.sendError(429);
        }
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void forgetTheQuiet() {
        long before = clock.millis() - MINUTE.multipliedBy(2).toMillis();
        byAddress.values().removeIf(visits -> visits.last < before);
    }

    private Bucket newBucket() {
        int limit = settings.writesPerMinute();
        return Bucket.builder()
                .withCustomTimePrecision(new ClockMeter(clock))
                .addLimit(Bandwidth.builder()
                        .capacity(limit)
                        .refillGreedy(limit, MINUTE)
                        .build())
                .build();
    }

    /** Decoded as the handlers see it: an encoded letter in the address must not slip past the limit. */
    private static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private static boolean isWrite(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }

    private static boolean isPublic(String path) {
        return path.startsWith("/api/v1/")
                || path.startsWith("/book/")
                || path.startsWith("/appointments/")
                || path.startsWith("/manage/")
                || path.startsWith("/me/")
                || path.startsWith("/registration/");
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private static final class Visits {
        private final Bucket bucket;
        private volatile long last;

        private Visits(Bucket bucket) {
            this.bucket = bucket;
        }
    }
}
