package fr.quartdheure.scheduling;

import fr.quartdheure.directory.Services;
import fr.quartdheure.scheduling.Occupations.Resource;
import fr.quartdheure.scheduling.Placing.Placed;
import fr.quartdheure.scheduling.Placing.Taker;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a slot for somebody who is asked whether she wants it; called in the transaction of whoever asks her. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Reserving {

    private final Slots slots;
    private final Services services;
    private final Placing placing;
    private final Occupations occupations;
    private final Appointments appointments;
    private final Expiry expiry;
    private final ApplicationEventPublisher events;

    Reserving(
            Slots slots,
            Services services,
            Placing placing,
            Occupations occupations,
            Appointments appointments,
            Expiry expiry,
            ApplicationEventPublisher events) {
        this.slots = slots;
        this.services = services;
        this.placing = placing;
        this.occupations = occupations;
        this.appointments = appointments;
        this.expiry = expiry;
        this.events = events;
    }

    /**
     * The hold, or empty when somebody is there or the reason needs more time than is left.
     *
     * @param reason code of one of the reasons of the slot's service
     * @param until when it ends by itself, should nobody give it back
     */
    public Optional<Appointment> reserve(UUID slotId, String reason, Instant until) {
        return slots.find(slotId)
                .flatMap(slot -> services.find(slot.service())
                        .flatMap(service -> service.reason(reason))
                        .flatMap(why -> placing.find(slot, why, null)))
                .flatMap(place -> switch (placing.place(place, Taker.reserving(until))) {
                    case Placed.Kept kept -> {
                        events.publishEvent(new AgendaChanged(place.slot().siteId()));
                        yield Optional.of(kept.appointment());
                    }
                    case Placed.Missing _missing -> Optional.empty();
                });
    }

    /** Frees the slot of a hold; nothing happens when it has ended. */
    public void giveBack(UUID holdId) {
        appointments.find(holdId).ifPresent(hold -> {
            occupations.lock(Resource.of(hold));
            expiry.expire(hold);
        });
    }
}
