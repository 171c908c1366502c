package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.reception.Closing;
import fr.quartdheure.reception.DayClosing;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Settlement;
import fr.quartdheure.scheduling.Settling;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/close}: everybody of the day gets an answer, and the day is closed. */
@Controller
class ClosePage {

    private static final String PAGE = "desk/secretary/reception/close.jte";

    /** What this session answered last, to be taken back at once however many they were. */
    private static final String LAST = "reception-settled";

    private final Screens screens;
    private final ReceptionDesk desk;
    private final CloseViews views;
    private final DeskAccess access;
    private final DayClosing closing;
    private final Settling settling;
    private final Clock clock;

    ClosePage(
            Screens screens,
            ReceptionDesk desk,
            CloseViews views,
            DeskAccess access,
            DayClosing closing,
            Settling settling,
            Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.views = views;
        this.access = access;
        this.closing = closing;
        this.settling = settling;
        this.clock = clock;
    }

    @GetMapping("/secretary/close")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String said) {
        String known = said.matches("settled|undone|unchanged|closed|reopened") ? said : null;
        int settled = "settled".equals(known) ? last(request).size() : 0;
        return desk.atOne(request, site)
                .map(at -> screens.show(
                        request,
                        PAGE,
                        views.draw(at, day == null ? Paris.dayOf(clock.instant()) : day, false, known, settled)))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    /**
     * One answer for one person, or for all those of a status whose hour is past.
     *
     * @param answer as "absent:" and an appointment's id, or "seen:" and "in-consultation"
     */
    @PostMapping("/secretary/close/settle")
    ResponseEntity<byte[]> settle(
            HttpServletRequest request,
            @RequestParam String site,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = ":") String answer) {
        Optional<Standing> at = desk.atOne(request, site);
        String[] parts = answer.split(":", 2);
        Optional<Settlement> chosen = Settlement.find(parts[0]);
        if (at.isEmpty() || chosen.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        var done = new ArrayList<UUID>();
        meant(at.get(), day, parts[1]).stream()
                .filter(id -> settling.settle(id, chosen.get()))
                .forEach(done::add);
        request.getSession().setAttribute(LAST, done);
        return see(at.get(), day, done.isEmpty() ? "unchanged" : "settled");
    }

    @PostMapping("/secretary/close/undo")
    ResponseEntity<byte[]> undo(
            HttpServletRequest request,
            @RequestParam String site,
            @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable UUID one) {
        Optional<Standing> at = desk.atOne(request, site);
        if (at.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        List<UUID> meant = one == null ? last(request) : List.of(one);
        long undone = meant.stream()
                .filter(id -> access.appointment(id).isPresent())
                .filter(settling::takeBack)
                .count();
        request.getSession().removeAttribute(LAST);
        return see(at.get(), day, undone == 0 ? "unchanged" : "undone");
    }

    @PostMapping("/secretary/close")
    ResponseEntity<byte[]> close(HttpServletRequest request, @RequestParam String site, @RequestParam LocalDate day) {
        Optional<Standing> at = desk.atOne(request, site);
        if (at.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        return switch (closing.close(at.get().one().id(), day, desk.clerk())) {
            case Closing.Closed _done -> see(at.get(), day, "closed");
            case Closing.Unsettled _left ->
                screens.show(request, HttpStatus.CONFLICT, PAGE, views.draw(at.get(), day, true, null, 0));
            case Closing.NotYet _early -> see(at.get(), day, "unchanged");
        };
    }

    @PostMapping("/secretary/close/reopen")
    ResponseEntity<byte[]> reopen(HttpServletRequest request, @RequestParam String site, @RequestParam LocalDate day) {
        return desk.atOne(request, site)
                .map(at -> see(at, day, closing.reopen(at.one().id(), day) ? "reopened" : "unchanged"))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    /** One appointment of this site, or all those of a status. */
    private List<UUID> meant(Standing at, LocalDate day, String whom) {
        List<Appointment> left = closing.left(at.one().id(), day);
        boolean all = whom.equals(AppointmentStatus.BOOKED.code())
                || whom.equals(AppointmentStatus.ARRIVED.code())
                || whom.equals(AppointmentStatus.IN_CONSULTATION.code());
        return left.stream()
                .filter(one -> all
                        ? one.status().code().equals(whom)
                        : one.id().toString().equals(whom))
                .map(Appointment::id)
                .toList();
    }

    private static ResponseEntity<byte[]> see(Standing at, LocalDate day, String said) {
        return ReceptionDesk.see("/secretary/close?site=" + at.one().id() + "&day=" + day + "&said=" + said);
    }

    private static List<UUID> last(HttpServletRequest request) {
        var session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(LAST);
        return kept instanceof List<?> ids
                ? ids.stream()
                        .filter(UUID.class::isInstance)
                        .map(UUID.class::cast)
                        .toList()
                : List.of();
    }
}
