package fr.quartdheure.notice;

import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.waitlist.Offer;
import fr.quartdheure.waitlist.OfferMade;
import fr.quartdheure.waitlist.Offers;
import fr.quartdheure.waitlist.Wish;
import fr.quartdheure.waitlist.Wishes;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks somebody on the waiting list whether she wants an hour that has come free. */
@Component
class OfferMessages {

    private final Offers offers;
    private final Wishes wishes;
    private final Appointments appointments;
    private final PatientLetters letters;
    private final Outbox outbox;

    OfferMessages(Offers offers, Wishes wishes, Appointments appointments, PatientLetters letters, Outbox outbox) {
        this.offers = offers;
        this.wishes = wishes;
        this.appointments = appointments;
        this.letters = letters;
        this.outbox = outbox;
    }

    @EventListener
    void on(OfferMade made) {
        Offer offer = offers.find(made.offerId()).orElseThrow();
        Wish wish = wishes.find(offer.wishId()).orElseThrow();
        Optional<Appointment> mine = appointments.find(wish.appointmentId());
        Optional<Appointment> offered = appointments.find(offer.holdId());
        if (mine.isPresent() && offered.isPresent()) {
            var more = List.of(letters.moment(mine.get().start()), letters.hour(offer.expiresAt()));
            letters.about("offer", mine.get(), offered.get(), more).ifPresent(letter -> outbox.put(letter.draft()));
        }
    }
}
