package fr.quartdheure.desk.patient;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.waitlist.Answer;
import fr.quartdheure.waitlist.Offer;
import fr.quartdheure.waitlist.Waitlist;
import fr.quartdheure.waitlist.Wish;
import fr.quartdheure.waitlist.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /me/wait} and {@code /me/offer}: being told of an earlier hour, and taking it. */
@RestController
class EarlierPage {

    private final ManageTokens tokens;
    private final Appointments appointments;
    private final Waitlist waitlist;
    private final Wishes wishes;
    private final Slots slots;
    private final Practitioners practitioners;

    EarlierPage(
            ManageTokens tokens,
            Appointments appointments,
            Waitlist waitlist,
            Wishes wishes,
            Slots slots,
            Practitioners practitioners) {
        this.tokens = tokens;
        this.appointments = appointments;
        this.waitlist = waitlist;
        this.wishes = wishes;
        this.slots = slots;
        this.practitioners = practitioners;
    }

    @PostMapping("/me/wait")
    ResponseEntity<?> ask(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "180") int notice) {
        int minutes = Math.clamp(notice, Wish.LEAST_NOTICE, Wish.LONGEST_NOTICE);
        return act(request, mine -> switch (waitlist.ask(mine.id(), who.equals("same"), minutes)) {
            case WAITING -> "waiting";
            case NOT_BOOKED -> "late";
            case NO_CONTACT -> "untold";
        });
    }

    @PostMapping("/me/wait/end")
    ResponseEntity<?> withdraw(HttpServletRequest request) {
        return act(request, mine -> waitlist.withdraw(mine.id()) ? "left" : "");
    }

    @PostMapping("/me/offer")
    ResponseEntity<?> accept(HttpServletRequest request) {
        return act(request, mine -> said(waitlist.accept(mine.id())));
    }

    @PostMapping("/me/offer/end")
    ResponseEntity<?> decline(HttpServletRequest request) {
        return act(request, mine -> said(waitlist.decline(mine.id())));
    }

    private static String said(Answer answer) {
        return switch (answer) {
            case Answer.Taken _taken -> "taken";
            case Answer.Declined _declined -> "declined";
            case Answer.TooLate _late -> "late";
            case Answer.Busy _busy -> "busy";
        };
    }

    private ResponseEntity<?> act(HttpServletRequest request, Function<Appointment, String> act) {
        return HoldPage.seeOther(
                "/me?said="
                        + Visitors.token(request)
                                .flatMap(tokens::find)
                                .flatMap(appointments::find)
                                .map(act)
                                .orElse(""),
                "");
    }

    /** What {@code /me} shows of it; null when the appointment is over. */
    @Nullable
    EarlierView view(Appointment appointment) {
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
