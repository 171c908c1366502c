package fr.quartdheure.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the outbox of one channel, beside the senders of other nodes. One thread of its own, which may be woken. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));
    /** Longer than the slowest server may take for ten messages, at ten seconds of patience. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Carrier carrier;
    private final Messages messages;
    private final Clock clock;
    private final Semaphore awake = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Sender(Carrier carrier, Messages messages, Clock clock) {
        this.carrier = carrier;
        this.messages = messages;
        this.clock = clock;
    }

    Carrier carrier() {
        return carrier;
    }

    void start() {
        thread = Thread.ofVirtual().name("sender-" + carrier.channel().code()).start(this::run);
    }

    void wake() {
        awake.release();
    }

    /** Lets the message in hand arrive; one that takes too long is sent again later, by this node or another. */
    void stop() throws InterruptedException {
        stopping = true;
        wake();
        if (thread != null && !thread.join(PATIENCE)) {
            thread.interrupt();
        }
    }

    /** Sends what is due; returns how many messages were looked at. */
    int sendDue() {
        int seen = 0;
        while (!stopping && carrier.ready()) {
            List<QueuedMessage> taken = messages.take(carrier.channel(), clock.instant(), LEASE);
            taken.stream().takeWhile(message -> !stopping).forEach(this::send);
            seen += taken.size();
            if (taken.isEmpty()) {
                break;
            }
        }
        return seen;
    }

    private void run() {
        while (!stopping) {
            try {
                sendDue();
            } catch (RuntimeException e) {
                LOG.error("The outbox ({}) could not be read: {}", carrier.channel(), e.toString());
            }
            rest();
        }
    }

    private void send(QueuedMessage message) {
        Instant now = clock.instant();
        if (Draft.CODE.equals(message.purpose())
                && message.createdAt().plus(CODE_LIFE).isBefore(now)) {
            messages.end(message.id(), "failed", "the code expired before it could be sent");
            return;
        }
        switch (carrier.carry(message)) {
            case Delivery.Done done -> messages.sent(message.id(), clock.instant());
            case Delivery.Impossible impossible -> messages.end(message.id(), "refused", impossible.reason());
            case Delivery.Later later -> putOff(message, later.reason());
        }
    }

    private void putOff(QueuedMessage message, String reason) {
        LOG.warn("Message {} could not be sent (try {}): {}", message.id(), message.attempts(), reason);
        if (message.attempts() > PAUSES.size()) {
            messages.end(message.id(), "failed", reason);
        } else {
            Instant next = clock.instant().plus(PAUSES.get(message.attempts() - 1));
            messages.retryAt(message.id(), next, reason);
        }
    }

    private void rest() {
        try {
            awake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
            awake.drainPermits();
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
