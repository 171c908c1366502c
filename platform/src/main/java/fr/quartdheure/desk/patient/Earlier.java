package fr.quartdheure.desk.patient;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.waitlist.Answer;
import fr.quartdheure.waitlist.Offer;
import fr.quartdheure.waitlist.Waitlist;
import fr.quartdheure.waitlist.Wish;
import fr.quartdheure.waitlist.Wishes;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Being told of an earlier hour, and taking it. Each act answers with what the page then says. */
@Component
public class Earlier {

    private final Waitlist waitlist;
    private final Wishes wishes;
    private final Slots slots;
    private final Practitioners practitioners;

    Earlier(Waitlist waitlist, Wishes wishes, Slots slots, Practitioners practitioners) {
        this.waitlist = waitlist;
        this.wishes = wishes;
        this.slots = slots;
        this.practitioners = practitioners;
    }

    /** @param notice minutes that she needs to be there; beyond what is possible it is brought back to it */
    public String ask(UUID appointmentId, String who, int notice) {
        int minutes = Math.clamp(notice, Wish.LEAST_NOTICE, Wish.LONGEST_NOTICE);
        return switch (waitlist.ask(appointmentId, who.equals("same"), minutes)) {
            case WAITING -> "waiting";
            case NOT_BOOKED -> "late";
            case NO_CONTACT -> "untold";
        };
    }

    public String withdraw(UUID appointmentId) {
        return waitlist.withdraw(appointmentId) ? "left" : "";
    }

    public String accept(UUID appointmentId) {
        return said(waitlist.accept(appointmentId));
    }

    public String decline(UUID appointmentId) {
        return said(waitlist.decline(appointmentId));
    }

    private static String said(Answer answer) {
        return switch (answer) {
            case Answer.Taken _taken -> "taken";
            case Answer.Declined _declined -> "declined";
            case Answer.TooLate _late -> "late";
            case Answer.Busy _busy -> "busy";
        };
    }

    /** What a page shows of it; null when the appointment is over. */
    public @Nullable EarlierView view(Appointment appointment) {
        if (!appointment.isActive()) {
            return null;
        }
        Wish wish = wishes.findOfAppointment(appointment.id()).orElse(null);
        Optional<Offer> offer = waitlist.openOffer(appointment.id());
        return new EarlierView(wish, offer.flatMap(this::offered).orElse(null));
    }

    private Optional<EarlierView.Offered> offered(Offer offer) {
        return slots.find(offer.slotId())
                .map(slot -> new EarlierView.Offered(slot.start(), name(slot), offer.expiresAt()));
    }

    private String name(Slot slot) {
        return practitioners
                .find(slot.practitionerId())
                .map(Practitioner::displayName)
                .orElse("");
    }
}
