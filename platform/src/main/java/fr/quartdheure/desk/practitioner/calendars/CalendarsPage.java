package fr.quartdheure.desk.practitioner.calendars;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Role;
import fr.quartdheure.calendar.CalendarFollowing;
import fr.quartdheure.calendar.CalendarFollowing.Outcome;
import fr.quartdheure.calendar.Clashes;
import fr.quartdheure.calendar.Feeds;
import fr.quartdheure.calendar.Subscriptions;
import fr.quartdheure.desk.practitioner.calendars.CalendarsView.Form;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /practitioner/calendars}: her agenda in calendars elsewhere, and calendars elsewhere in her agenda. An
 * administrator follows calendars for her at {@code /admin/calendars/…}, without her feed and without patients.
 */
@Controller
class CalendarsPage {

    private final Screens screens;
    private final Feeds feeds;
    private final Subscriptions subscriptions;
    private final CalendarFollowing following;
    private final Clashes clashes;
    private final ClashRows rows;
    private final Practitioners practitioners;
    private final Clock clock;

    CalendarsPage(
            Screens screens,
            Feeds feeds,
            Subscriptions subscriptions,
            CalendarFollowing following,
            Clashes clashes,
            ClashRows rows,
            Practitioners practitioners,
            Clock clock) {
        this.screens = screens;
        this.feeds = feeds;
        this.subscriptions = subscriptions;
        this.following = following;
        this.clashes = clashes;
        this.rows = rows;
        this.practitioners = practitioners;
        this.clock = clock;
    }

    /** @param owner null when it is the reader herself */
    private record Errand(
            UUID practitionerId, String base, @Nullable String owner) {}

    @GetMapping({"/practitioner/calendars", "/admin/calendars/{practitioner}"})
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable UUID practitioner,
            @RequestParam(defaultValue = "") String said) {
        return errand(practitioner)
                .map(errand -> show(
                        request,
                        errand,
                        null,
                        said.matches("revoked|tells|followed|left|retried") ? said : null,
                        Form.EMPTY))
                .orElseGet(() -> screens.show(request, FeedPage.UNLINKED));
    }

    ResponseEntity<byte[]> showAddress(HttpServletRequest request, String address) {
        return errand(null)
                .map(errand -> show(request, errand, address, null, Form.EMPTY))
                .orElseGet(() -> screens.show(request, FeedPage.UNLINKED));
    }

    @PostMapping({"/practitioner/calendars/follow", "/admin/calendars/{practitioner}/follow"})
    ResponseEntity<byte[]> follow(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable UUID practitioner,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String url) {
        Optional<Errand> errand = errand(practitioner);
        if (errand.isEmpty()) {
            return screens.show(request, FeedPage.UNLINKED);
        }
        String refused = switch (following.follow(errand.get().practitionerId(), label, url)) {
            case Outcome.Followed _followed -> null;
            case Outcome.LabelRefused _label -> "label";
            case Outcome.AddressRefused _address -> "url";
            case Outcome.AlreadyFollowed _twice -> "url.twice";
            case Outcome.TooMany _many -> "url.many";
        };
        return refused == null
                ? see(errand.get(), "followed")
                : show(request, errand.get(), null, null, new Form(label, url, refused));
    }

    @PostMapping({"/practitioner/calendars/{id}/leave", "/admin/calendars/{practitioner}/{id}/leave"})
    ResponseEntity<byte[]> leave(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable UUID practitioner,
            @PathVariable UUID id) {
        return errand(practitioner)
                .filter(errand -> following.leave(errand.practitionerId(), id))
                .map(errand -> see(errand, "left"))
                .orElseGet(() -> screens.show(request, Problem.of(404, "problem.absent")));
    }

    @PostMapping({"/practitioner/calendars/{id}/retry", "/admin/calendars/{practitioner}/{id}/retry"})
    ResponseEntity<byte[]> retry(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable UUID practitioner,
            @PathVariable UUID id) {
        return errand(practitioner)
                .filter(errand -> following.retry(errand.practitionerId(), id))
                .map(errand -> see(errand, "retried"))
                .orElseGet(() -> screens.show(request, Problem.of(404, "problem.absent")));
    }

    private Optional<Errand> errand(@Nullable UUID practitioner) {
        if (practitioner == null) {
            return Optional.ofNullable(CurrentAccount.get().practitionerId())
                    .map(me -> new Errand(me, "/practitioner/calendars", null));
        }
        return practitioners
                .find(practitioner)
                .map(Practitioner::displayName)
                .map(name -> new Errand(practitioner, "/admin/calendars/" + practitioner, name));
    }

    private ResponseEntity<byte[]> show(
            HttpServletRequest request, Errand errand, @Nullable String address, @Nullable String said, Form form) {
        UUID whose = errand.practitionerId();
        boolean own = errand.owner() == null;
        var view = new CalendarsView(
                errand.base(),
                errand.owner(),
                own ? feeds.find(whose).orElse(null) : null,
                address,
                said,
                form,
                subscriptions.list(whose),
                rows.of(clashes.ofPractitioner(whose), own ? Role.PRACTITIONER.code() : null, false),
                clock.instant());
        return screens.show(request, "desk/practitioner/calendars/calendars.jte", view);
    }

    private static ResponseEntity<byte[]> see(Errand errand, String said) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(errand.base() + "?said=" + said))
                .build();
    }
}
