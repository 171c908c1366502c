package fr.quartdheure.account;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps guesses of passwords and codes under 100 an hour for an account and for an address, by delays that grow.
 * Counted before the password is looked at, so that guesses made at the same time are each counted. In the memory of
 * one node: with N nodes a guesser gets N times as many. Thread-safe.
 */
@Component
public class Guesses {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST = 100;
    private static final int FREE_FOR_ACCOUNT = 5;
    /** Several people share the address of a town hall or of a practice. */
    private static final int FREE_FOR_ADDRESS = 20;

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(50);
    private static final int NETWORK_BYTES = 8;
    private static final int MOST_KEYS = 100_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> tries = new ConcurrentHashMap<>();

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a guess, or tells how long to wait before the next one; zero when it may be made now.
     *
     * @param login whose password is guessed, or whatever else names what is guessed at
     */
    public Duration admit(String login, String address) {
        String network = "network " + network(address);
        Duration forAddress = admit(network, FREE_FOR_ADDRESS);
        if (forAddress.isPositive()) {
            return forAddress;
        }
        Duration forAccount = admit("account " + login, FREE_FOR_ACCOUNT);
        if (forAccount.isPositive()) {
            takeBack(network);
        }
        return forAccount;
    }

    /** The right password clears its account; of the address only this try, or a guesser could sign in to go on. */
    public void forgive(String login, String address) {
        tries.remove("account " + login);
        takeBack("network " + network(address));
    }

    /** The same for codes of the second step, counted apart: a right password forgives no wrong code. */
    Duration admitCode(String login, String address) {
        return admit(codeOf(login), address);
    }

    void forgiveCode(String login, String address) {
        forgive(codeOf(login), address);
    }

    @Scheduled(fixedDelayString = "PT5M")
    void sweep() {
        Instant limit = clock.instant().minus(WINDOW);
        tries.values().removeIf(times -> times.isEmpty() || times.peekLast().isBefore(limit));
    }

    /** No login has a space. */
    private static String codeOf(String login) {
        return "code of " + login;
    }

    private Duration admit(String key, int free) {
        if (tries.size() >= MOST_KEYS && !tries.containsKey(key)) {
            return LONGEST_DELAY;
        }
        var wait = new AtomicReference<>(Duration.ZERO);
        tries.compute(key, (same, known) -> {
            Deque<Instant> times = known == null ? new ArrayDeque<>() : known;
            wait.set(count(times, free));
            return times;
        });
        return Objects.requireNonNull(wait.get());
    }

    private Duration count(Deque<Instant> times, int free) {
        Instant now = clock.instant();
        while (!times.isEmpty() && !times.peekFirst().plus(WINDOW).isAfter(now)) {
            times.removeFirst();
        }
        Instant next = now;
        if (times.size() >= MOST) {
            next = times.getFirst().plus(WINDOW);
        } else if (times.size() >= free) {
            next = times.getLast().plus(delay(times.size() - free));
        }
        if (next.isAfter(now)) {
            return Duration.between(now, next);
        }
        times.addLast(now);
        return Duration.ZERO;
    }

    private void takeBack(String key) {
        tries.computeIfPresent(key, (same, times) -> {
            times.pollLast();
            return times;
        });
    }

    /** A guesser with IPv6 has a whole /64 of addresses. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** 1, 2, 4 … 32 s, then 50 s. */
    private static Duration delay(int beyondFree) {
        return beyondFree > 5 ? LONGEST_DELAY : Duration.ofSeconds(1L << beyondFree);
    }
}
