package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.roster.Recalling;
import fr.quartdheure.roster.Recalls;
import fr.quartdheure.roster.Reoffer;
import fr.quartdheure.roster.Taking;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /me/hours}: the practitioner cannot come, and other hours are proposed; one press takes one of them. */
@RestController
public class NewHoursPage {

    private final Screens screens;
    private final ManageTokens tokens;
    private final Appointments appointments;
    private final Recalls recalls;
    private final Recalling recalling;
    private final Slots slots;
    private final SiteCards cards;
    private final BookedViews views;

    NewHoursPage(
            Screens screens,
            ManageTokens tokens,
            Appointments appointments,
            Recalls recalls,
            Recalling recalling,
            Slots slots,
            SiteCards cards,
            BookedViews views) {
        this.screens = screens;
        this.tokens = tokens;
        this.appointments = appointments;
        this.recalls = recalls;
        this.recalling = recalling;
        this.slots = slots;
        this.cards = cards;
        this.views = views;
    }

    @GetMapping("/me/hours")
    ResponseEntity<byte[]> show(HttpServletRequest request, @RequestParam(defaultValue = "") String said) {
        return mine(request)
                .flatMap(one -> view(one, said.matches("gone|busy") ? said : null))
                .map(view -> screens.show(request, "desk/patient/newhours.jte", view))
                .orElseGet(() -> screens.show(request, Problem.of(404, "me.closed")));
    }

    @PostMapping("/me/hours/{slotId}")
    ResponseEntity<?> take(HttpServletRequest request, @PathVariable UUID slotId) {
        return mine(request)
                .flatMap(one -> recalls.findOpen(one.id()))
                .<ResponseEntity<?>>map(open -> switch (recalling.take(open.id(), slotId)) {
                    case Taking.Taken _taken -> HoldPage.seeOther("/me?booked=1", "");
                    case Taking.Gone _gone -> HoldPage.seeOther("/me/hours?said=gone", "");
                    case Taking.Busy _busy -> HoldPage.seeOther("/me/hours?said=busy", "");
                    case Taking.Over _over -> HoldPage.seeOther("/me/hours", "");
                })
                .orElseGet(() -> HoldPage.seeOther("/me/hours", ""));
    }

    @PostMapping("/me/hours/none")
    ResponseEntity<?> none(HttpServletRequest request) {
        mine(request).flatMap(one -> recalls.findOpen(one.id())).ifPresent(open -> recalling.refuse(open.id()));
        return HoldPage.seeOther("/me/hours", "");
    }

    /** Others than those proposed, which may be gone. */
    @PostMapping("/me/hours/more")
    ResponseEntity<?> more(HttpServletRequest request) {
        mine(request).flatMap(one -> recalls.findOpen(one.id())).ifPresent(open -> recalling.renew(open.id()));
        return HoldPage.seeOther("/me/hours", "");
    }

    private Optional<Appointment> mine(HttpServletRequest request) {
        return Visitors.token(request).flatMap(tokens::find).flatMap(appointments::find);
    }

    private Optional<View> view(Appointment one, @Nullable String said) {
        return recalls.findLast(one.id()).map(reoffer -> {
            List<Slot> hours = recalls.hours(reoffer.id()).stream()
                    .flatMap(id -> slots.find(id).stream())
                    .filter(Slot::free)
                    .toList();
            return new View(views.of(one), reoffer, cards.choices(hours), said);
        });
    }

    /** @param said why the hour that was pressed could not be taken, or null */
    public record View(
            BookedView booked,
            Reoffer reoffer,
            List<SiteCards.Choice> hours,
            @Nullable String said) {

        public boolean isOpen() {
            return reoffer.state().isOpen() && booked.appointment().isActive();
        }
    }
}
