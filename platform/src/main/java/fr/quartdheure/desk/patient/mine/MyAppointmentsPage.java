package fr.quartdheure.desk.patient.mine;

import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactVisits;
import fr.quartdheure.desk.patient.AppointmentScreen;
import fr.quartdheure.desk.patient.AppointmentScreen.Opened;
import fr.quartdheure.desk.patient.Earlier;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.notice.Calendars;
import fr.quartdheure.scheduling.OpenedByContact;
import fr.quartdheure.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /me/all}: every appointment that a proved contact opens, and what its owner does with each. */
@Controller
public class MyAppointmentsPage {

    private static final String ONE = "/me/all/{id:[0-9a-f-]{36}}";
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    /** So that a screen left alone in a library shows nothing any more soon after the visit has ended. */
    private static final long REFRESH_SECONDS = ContactVisits.IDLE.toSeconds() + 5;

    private final Screens screens;
    private final ContactVisits visits;
    private final OpenedByContact opened;
    private final MyAppointments mine;
    private final AppointmentScreen screen;
    private final Earlier earlier;
    private final Calendars calendars;
    private final PublicAddress address;

    MyAppointmentsPage(
            Screens screens,
            ContactVisits visits,
            OpenedByContact opened,
            MyAppointments mine,
            AppointmentScreen screen,
            Earlier earlier,
            Calendars calendars,
            PublicAddress address) {
        this.screens = screens;
        this.visits = visits;
        this.opened = opened;
        this.mine = mine;
        this.screen = screen;
        this.earlier = earlier;
        this.calendars = calendars;
        this.address = address;
    }

    @GetMapping("/me/all")
    @Transactional
    public ResponseEntity<?> list(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String said) {
        Optional<String> token = VisitCookie.token(request);
        Optional<Contact> contact = token.flatMap(visits::see);
        if (contact.isPresent()) {
            refreshLater(response);
            return screens.show(request, "desk/patient/mine/list.jte", mine.view(contact.get()));
        }
        boolean over = token.isPresent() && token.flatMap(visits::findAsked).isEmpty();
        String key = over ? "mine.door.idle" : said.equals("closed") ? "mine.door.closed" : null;
        return screens.show(request, "desk/patient/mine/door.jte", new DoorPage.Door("", null, key));
    }

    @GetMapping(ONE)
    @Transactional
    public ResponseEntity<?> show(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String said) {
        refreshLater(response);
        return act(request, id, one -> screen.show(request, one, said));
    }

    @GetMapping(ONE + "/move")
    @Transactional
    public ResponseEntity<?> others(HttpServletRequest request, HttpServletResponse response, @PathVariable UUID id) {
        refreshLater(response);
        return act(request, id, one -> screen.others(request, one));
    }

    @PostMapping(ONE + "/move/{slotId}")
    @Transactional
    public ResponseEntity<?> move(HttpServletRequest request, @PathVariable UUID id, @PathVariable UUID slotId) {
        return act(request, id, one -> screen.move(request, one, slotId));
    }

    @PostMapping(ONE + "/cancel")
    @Transactional
    public ResponseEntity<?> cancel(HttpServletRequest request, @PathVariable UUID id) {
        return act(request, id, one -> screen.cancel(request, one));
    }

    @PostMapping(ONE + "/wait")
    ResponseEntity<?> ask(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "180") int notice) {
        return tell(request, id, one -> earlier.ask(one, who, notice));
    }

    @PostMapping(ONE + "/wait/end")
    ResponseEntity<?> withdraw(HttpServletRequest request, @PathVariable UUID id) {
        return tell(request, id, earlier::withdraw);
    }

    @PostMapping(ONE + "/offer")
    ResponseEntity<?> accept(HttpServletRequest request, @PathVariable UUID id) {
        return tell(request, id, earlier::accept);
    }

    @PostMapping(ONE + "/offer/end")
    ResponseEntity<?> decline(HttpServletRequest request, @PathVariable UUID id) {
        return tell(request, id, earlier::decline);
    }

    @GetMapping(ONE + "/calendar.ics")
    ResponseEntity<?> calendar(HttpServletRequest request, @PathVariable UUID id) {
        return act(
                request,
                id,
                one -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rendez-vous.ics\"")
                        .body(calendars
                                .file(one.appointment(), address.base() + "/me/all")
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseEntity<?> tell(HttpServletRequest request, UUID id, Function<UUID, String> act) {
        return act(
                request,
                id,
                one -> DoorPage.see(
                        one.base() + "?said=" + act.apply(one.appointment().id())));
    }

    /** Whose visit is over stands before the door; what her contact does not open is not there. */
    private ResponseEntity<?> act(HttpServletRequest request, UUID id, Function<Opened, ResponseEntity<?>> act) {
        Optional<Contact> contact = VisitCookie.token(request).flatMap(visits::see);
        if (contact.isEmpty()) {
            return DoorPage.see("/me/all");
        }
        Optional<Opened> one = opened.find(contact.get(), id)
                .map(found -> new Opened(found.appointment(), "/me/all/" + id, true, !found.isFor("relative")));
        return one.isEmpty() ? screen.closed(request) : act.apply(one.get());
    }

    private static void refreshLater(HttpServletResponse response) {
        response.setHeader("Refresh", REFRESH_SECONDS + ";url=/me/all");
    }
}
