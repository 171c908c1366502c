package fr.quartdheure.scheduling;

import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.scheduling.Placing.Place;
import fr.quartdheure.scheduling.Placing.Placed;
import fr.quartdheure.scheduling.Placing.Taker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Holding a slot while its taker says who she is: it binds for ten minutes and is not renewed. */
@Component
public class Holds {

    public static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int ALTERNATIVES = 3;

    private final Slots slots;
    private final Services services;
    private final Placing placing;
    private final HoldLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Holds(
            Slots slots,
            Services services,
            Placing placing,
            HoldLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.slots = slots;
        this.services = services;
        this.placing = placing;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Other hours are looked for after the act: sixteen people who want the same one wait for each other's locks, not
     * for each other's alternatives.
     *
     * @param reason code of one of the reasons of the slot's service
     */
    public Holding hold(UUID slotId, String reason, Visitor visitor) {
        Holding holding = transaction.execute(status -> attempt(slotId, reason, visitor));
        return holding instanceof Holding.Taken taken
                ? new Holding.Taken(taken.slot(), slots.listAlternatives(taken.slot(), clock.instant(), ALTERNATIVES))
                : holding;
    }

    private Holding attempt(UUID slotId, String reason, Visitor visitor) {
        Instant now = clock.instant();
        var found = slots.find(slotId);
        if (found.isEmpty() || !isOpenToPublic(found.get(), now)) {
            return new Holding.NotBookable();
        }
        Slot slot = found.get();
        return services.find(slot.service())
                .flatMap(service -> service.reason(reason))
                .map(why -> hold(slot, why, visitor, now))
                .orElseGet(() -> new Holding.NoSuchReason(slot.service(), reason));
    }

    private Holding hold(Slot slot, Reason reason, Visitor visitor, Instant now) {
        return placing.find(slot, reason, null)
                .map(place -> hold(place, visitor, now))
                .orElseGet(() -> new Holding.Taken(slot, List.of()));
    }

    private Holding hold(Place place, Visitor visitor, Instant now) {
        if (limits.apply()) {
            placing.lock(place);
            var refused = limits.refusal(place.slot(), visitor, now);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return switch (placing.place(place, Taker.holding(visitor, now.plus(LENGTH)))) {
            case Placed.Kept kept -> new Holding.Held(kept.appointment());
            case Placed.Missing _missing -> new Holding.Taken(place.slot(), List.of());
        };
    }

    private static boolean isOpenToPublic(Slot slot, Instant now) {
        return slot.online()
                && slot.start().isAfter(now)
                && !slot.bookableFrom().isAfter(now);
    }
}
