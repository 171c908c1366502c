package fr.quartdheure.waitlist;

import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Reserving;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import fr.quartdheure.waitlist.FreedSlots.Freed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers each freed hour to whoever is first in turn, and to the next when she refuses or is silent for a quarter of an
 * hour. Meanwhile nobody else can take it.
 */
@Component
class Offering {

    static final Duration TO_ANSWER = Duration.ofMinutes(15);

    /** Nobody is woken for it: what comes free at night is offered in the morning. */
    private static final LocalTime FIRST = LocalTime.of(8, 0);

    private static final LocalTime LAST = LocalTime.of(20, 0);

    /** The hold outlives the offer, so that the hour passes from one to the next without a gap. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int TRIED = 20;

    private final FreedSlots freed;
    private final Wishes wishes;
    private final Offers offers;
    private final Slots slots;
    private final Appointments appointments;
    private final Reserving reserving;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Offering(
            FreedSlots freed,
            Wishes wishes,
            Offers offers,
            Slots slots,
            Appointments appointments,
            Reserving reserving,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.freed = freed;
        this.wishes = wishes;
        this.offers = offers;
        this.slots = slots;
        this.appointments = appointments;
        this.reserving = reserving;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        if (!isNight(clock.instant())) {
            serve();
        }
    }

    /** Ends what nobody answered, then offers what is free. */
    void serve() {
        transaction.executeWithoutResult(status -> offers.listLapsed(clock.instant()).stream()
                .filter(offer -> offers.end(offer.id(), "lapsed"))
                .forEach(this::passOn));
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> offerOne()));
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        wishes.forget(clock.instant());
    }

    /** To the next in turn within seconds, never in the act of whoever refuses: she holds locks of her own. */
    void passOn(Offer offer) {
        freed.add(offer.slotId(), offer.holdId(), clock.instant());
    }

    private boolean offerOne() {
        Optional<Freed> taken = freed.take();
        taken.ifPresent(this::offer);
        return taken.isPresent();
    }

    private void offer(Freed hour) {
        if (hour.holdId() != null) {
            reserving.giveBack(hour.holdId());
        }
        Instant now = clock.instant();
        Optional<Slot> slot = slots.find(hour.slotId()).filter(one -> isWorthOffering(one, now));
        if (slot.isPresent()) {
            offer(slot.get(), now);
        }
    }

    /** To the first whose reason fits into it. */
    private void offer(Slot slot, Instant now) {
        for (Wish wish : wishes.listInTurn(slot, now, TRIED)) {
            if (offer(slot, wish, now)) {
                return;
            }
        }
    }

    /** Unscheduled hours are for those who fall ill, and an hour that nobody may book on line is not ours to give. */
    private static boolean isWorthOffering(Slot slot, Instant now) {
        return slot.free()
                && slot.online()
                && slot.kind() == Kind.SCHEDULED
                && slot.start().isAfter(now)
                && !slot.bookableFrom().isAfter(now);
    }

    private boolean offer(Slot slot, Wish wish, Instant now) {
        Instant until = now.plus(TO_ANSWER);
        return appointments
                .find(wish.appointmentId())
                .filter(Appointment::isActive)
                .flatMap(mine -> reserving.reserve(slot.id(), mine.reason(), until.plus(GRACE)))
                .filter(hold -> open(new Offer(UUID.randomUUID(), wish.id(), slot.id(), hold.id(), true, until), now))
                .isPresent();
    }

    /** The agenda is locked before the wish, as whoever cancels does: no two acts wait for each other in a circle. */
    private boolean open(Offer offer, Instant now) {
        if (!wishes.stillWaits(offer.wishId())) {
            reserving.giveBack(offer.holdId());
            return false;
        }
        offers.add(offer, now);
        events.publishEvent(new OfferMade(offer.id()));
        return true;
    }

    private static boolean isNight(Instant now) {
        LocalTime hour = now.atZone(Paris.ZONE).toLocalTime();
        return hour.isBefore(FIRST) || !hour.isBefore(LAST);
    }
}
