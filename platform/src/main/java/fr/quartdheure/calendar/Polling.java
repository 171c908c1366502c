package fr.quartdheure.calendar;

import fr.quartdheure.calendar.RawCalendar.Unreadable;
import fr.quartdheure.scheduling.ExternalTimes;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.scheduling.TimeFreed;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads each calendar elsewhere every few minutes, on one node at a time, and keeps its hours closed here. What it said
 * last stands for a day after it stopped answering; then its hours are given back and its owner is told.
 */
@Component
class Polling implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final int AT_ONCE = 8;

    private final Subscriptions subscriptions;
    private final Fetching fetching;
    private final CalendarSettings settings;
    private final ExternalTimes externalTimes;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(AT_ONCE);

    Polling(
            Subscriptions subscriptions,
            Fetching fetching,
            CalendarSettings settings,
            ExternalTimes externalTimes,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.fetching = fetching;
        this.settings = settings;
        this.externalTimes = externalTimes;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** A slow calendar keeps one of eight places, and no other one waiting. */
    @Scheduled(fixedDelay = 3, initialDelay = 3, timeUnit = TimeUnit.SECONDS)
    void poll() {
        while (settings.follow() && places.tryAcquire()) {
            Optional<Subscription> due = subscriptions.take(clock.instant(), settings.every());
            if (due.isEmpty()) {
                places.release();
                return;
            }
            threads.execute(() -> {
                try {
                    read(due.get());
                } catch (RuntimeException e) {
                    LOG.warn("Calendar {} could not be kept: {}", due.get().id(), e.toString());
                } finally {
                    places.release();
                }
            });
        }
    }

    /** One of those due, on this thread; false when none is. */
    boolean readNext() {
        Optional<Subscription> due = subscriptions.take(clock.instant(), settings.every());
        due.ifPresent(this::read);
        return due.isPresent();
    }

    /** Once a minute: what was in the way and went leaves its hour to the calendar, and silence has an end. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void keepAll() {
        subscriptions.followers().forEach(this::keep);
        transaction.executeWithoutResult(status ->
                subscriptions.tell(clock.instant()).forEach(id -> events.publishEvent(new SubscriptionSilent(id))));
    }

    /** In the act that frees it, so that nobody can slip in between. */
    @EventListener
    void on(TimeFreed freed) {
        Instant now = clock.instant();
        List<Period> times = subscriptions.times(freed.practitionerId(), now);
        if (times.stream().anyMatch(one -> one.overlaps(freed.period()))) {
            externalTimes.keep(freed.practitionerId(), times);
        }
    }

    private void read(Subscription due) {
        boolean seenToday = Paris.dayOf(clock.instant()).equals(due.readOn());
        Fetched fetched =
                fetching.fetch(due.url(), seenToday ? due.version() : null, seenToday ? due.modified() : null);
        switch (fetched) {
            case Fetched.Unchanged _same -> subscriptions.unchanged(due.id(), clock.instant());
            case Fetched.Failed failed -> subscriptions.failed(due.id(), failed.why(), clock.instant());
            case Fetched.Whole whole -> take(due, whole);
        }
        keep(due.practitionerId());
    }

    private void take(Subscription due, Fetched.Whole whole) {
        Instant now = clock.instant();
        Instant from = Paris.startOf(Paris.dayOf(now));
        Instant to = Paris.startOf(Paris.dayOf(now).plusDays(Horizon.FARTHEST));
        try {
            var read = BusyReading.read(whole.text(), new Period(from, to));
            transaction.executeWithoutResult(status -> subscriptions.good(due.id(), whole, read, now));
        } catch (Unreadable e) {
            subscriptions.failed(due.id(), e.why, now);
        }
    }

    private void keep(UUID practitionerId) {
        externalTimes.keep(practitionerId, subscriptions.times(practitionerId, clock.instant()));
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
