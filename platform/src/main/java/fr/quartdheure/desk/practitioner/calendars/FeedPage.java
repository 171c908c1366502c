package fr.quartdheure.desk.practitioner.calendars;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.calendar.Feed.Detail;
import fr.quartdheure.calendar.Feeds;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The address of her own agenda: made, renewed, taken back, and how much it tells. */
@Controller
class FeedPage {

    static final Problem UNLINKED = Problem.of(404, "desk.own.unlinked");

    private final Screens screens;
    private final Feeds feeds;
    private final CalendarsPage calendars;
    private final PublicAddress address;

    FeedPage(Screens screens, Feeds feeds, CalendarsPage calendars, PublicAddress address) {
        this.screens = screens;
        this.feeds = feeds;
        this.calendars = calendars;
        this.address = address;
    }

    /** Shown in the answer itself and never again: neither a session nor an address may hold it in clear. */
    @PostMapping("/practitioner/calendars/feed")
    ResponseEntity<byte[]> make(HttpServletRequest request) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return screens.show(request, UNLINKED);
        }
        String token = feeds.make(me, RequestContextUtils.getLocale(request));
        return calendars.showAddress(request, address.base() + "/calendars/" + token + ".ics");
    }

    @PostMapping("/practitioner/calendars/feed/revoke")
    ResponseEntity<byte[]> revoke(HttpServletRequest request) {
        return act(request, "revoked", feeds::revoke);
    }

    @PostMapping("/practitioner/calendars/feed/detail")
    ResponseEntity<byte[]> tell(HttpServletRequest request, @RequestParam String detail) {
        return Arrays.stream(Detail.values())
                .filter(one -> one.code().equals(detail))
                .findFirst()
                .map(one -> act(request, "tells", me -> feeds.tell(me, one)))
                .orElseGet(() -> screens.show(request, Problem.of(400, "problem.malformed", "detail")));
    }

    private ResponseEntity<byte[]> act(HttpServletRequest request, String said, Consumer<UUID> act) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return screens.show(request, UNLINKED);
        }
        act.accept(me);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/practitioner/calendars?said=" + said))
                .build();
    }
}
