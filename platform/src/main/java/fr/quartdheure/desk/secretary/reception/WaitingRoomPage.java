package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.AgendaSignals;
import fr.quartdheure.desk.ui.LivePages;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Settlement;
import fr.quartdheure.scheduling.Settling;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code /secretary/waiting-room}: who is there and how long they wait, live. */
@Controller
class WaitingRoomPage {

    private static final String LEFT = "left";
    private static final String BACK = "back";
    private static final Set<String> STEPS = Set.of("arrived", "booked", "in-consultation", "done");

    private final Screens screens;
    private final ReceptionDesk desk;
    private final WaitingRooms rooms;
    private final DeskAccess access;
    private final FrontDesk frontDesk;
    private final Settling settling;
    private final LivePages livePages;

    WaitingRoomPage(
            Screens screens,
            ReceptionDesk desk,
            WaitingRooms rooms,
            DeskAccess access,
            FrontDesk frontDesk,
            Settling settling,
            LivePages livePages) {
        this.screens = screens;
        this.desk = desk;
        this.rooms = rooms;
        this.access = access;
        this.frontDesk = frontDesk;
        this.settling = settling;
        this.livePages = livePages;
    }

    @GetMapping("/secretary/waiting-room")
    ResponseEntity<byte[]> show(HttpServletRequest request, @ModelAttribute Asked asked) {
        String template = "board".equals(asked.part()) ? "waitingpart" : "waiting";
        return desk.at(request, asked.site())
                .map(at -> screens.show(
                        request,
                        "desk/secretary/reception/" + template + ".jte",
                        rooms.draw(at, known(asked.said()), asked.about(), asked.was())))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    /** Says "changed" as soon as somebody, on whatever node, changed the agenda of a site that is looked at. */
    @GetMapping(path = "/secretary/waiting-room/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes(HttpServletRequest request, @RequestParam(defaultValue = "") String site) {
        return desk.at(request, site)
                .map(at -> ResponseEntity.ok()
                        .header("X-Accel-Buffering", "no")
                        .body(livePages.open(AgendaSignals.CHANNEL, at.ids())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/secretary/waiting-room/{id}")
    ResponseEntity<byte[]> act(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String site) {
        Optional<Appointment> found = access.appointment(id);
        Optional<Standing> at = desk.at(request, site);
        if (found.isEmpty() || at.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        AppointmentStatus was = found.get().status();
        boolean done = switch (to) {
            case LEFT -> settling.settle(id, Settlement.LEFT);
            case BACK -> settling.takeBack(id);
            default -> advance(found.get(), to);
        };
        String said = done ? "&said=" + to + "&about=" + id + "&was=" + was.code() : "&said=unchanged";
        return ReceptionDesk.see("/secretary/waiting-room?site=" + at.get().key() + said);
    }

    private boolean advance(Appointment appointment, String to) {
        return STEPS.contains(to)
                && appointment.status().next().contains(AppointmentStatus.of(to))
                && frontDesk.advance(appointment.id(), AppointmentStatus.of(to));
    }

    private static @Nullable String known(@Nullable String said) {
        boolean is = said != null && (STEPS.contains(said) || said.matches("left|back|unchanged"));
        return is ? said : null;
    }

    record Asked(
            @Nullable String site,
            @Nullable String part,
            @Nullable String said,
            @Nullable UUID about,
            @Nullable String was) {}
}
