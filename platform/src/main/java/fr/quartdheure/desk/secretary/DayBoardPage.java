package fr.quartdheure.desk.secretary;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.BoardMaking.Drawn;
import fr.quartdheure.desk.ui.AgendaSignals;
import fr.quartdheure.desk.ui.LivePages;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.time.Paris;
import fr.quartdheure.undo.Deed;
import fr.quartdheure.undo.Deeds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The whole day of a site on one screen, and the way from one site to another. */
@Controller
public class DayBoardPage {

    public static final Problem ABSENT = Problem.of(404, "problem.absent");
    private static final String LAST_SITE = "secretary-site";

    private final Screens screens;
    private final DeskAccess access;
    private final BoardMaking boards;
    private final OpenDays openDays;
    private final LivePages livePages;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DayBoardPage(
            Screens screens,
            DeskAccess access,
            BoardMaking boards,
            OpenDays openDays,
            LivePages livePages,
            Deeds deeds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.boards = boards;
        this.openDays = openDays;
        this.livePages = livePages;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/secretary")
    ResponseEntity<byte[]> choose(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID site,
            @CookieValue(name = LAST_SITE, required = false) @Nullable String last) {
        List<Site> served = access.sites();
        Optional<Site> chosen = served.stream()
                .filter(one -> site == null
                        ? served.size() == 1 || one.id().toString().equals(last)
                        : one.id().equals(site))
                .findFirst();
        return chosen.map(one -> see("/secretary/sites/" + one.id() + "?day=" + openDays.todayOrNext(one)))
                .orElseGet(
                        () -> screens.show(request, "desk/secretary/sites.jte", new SiteChoice(served, "/secretary")));
    }

    @GetMapping("/secretary/sites/{siteId}")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID siteId,
            @ModelAttribute Asked asked) {
        List<Site> served = access.sites();
        return served.stream()
                .filter(one -> one.id().equals(siteId))
                .findFirst()
                .map(site -> {
                    remember(site, request, response);
                    return show(request, site, served, asked);
                })
                .orElseGet(() -> screens.show(request, ABSENT));
    }

    /** Says "changed" as soon as somebody, on whatever node, changed this site's agenda. */
    @GetMapping(path = "/secretary/sites/{siteId}/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes(@PathVariable UUID siteId, @RequestParam(defaultValue = "false") boolean all) {
        return access.site(siteId)
                .map(site -> all ? access.sites().stream().map(Site::id).toList() : List.of(site.id()))
                .map(heard -> ResponseEntity.ok()
                        .header("X-Accel-Buffering", "no")
                        .body(livePages.open(AgendaSignals.CHANNEL, heard)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    public static ResponseEntity<byte[]> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private ResponseEntity<byte[]> show(HttpServletRequest request, Site site, List<Site> served, Asked asked) {
        LocalDate today = Paris.dayOf(clock.instant());
        UUID patientId = asked.patient();
        UUID moveId = asked.move();
        Optional<Appointment> moving = moveId == null ? Optional.empty() : access.appointment(moveId);
        UUID callerId = moving.map(Appointment::patientId).orElse(patientId);
        Optional<Patient> caller = callerId == null ? Optional.empty() : access.patient(callerId);
        var errand = new Errand(
                site.id(),
                asked.day() == null ? today : asked.day(),
                moving.isPresent() ? null : caller.map(Patient::id).orElse(null),
                moving.map(Appointment::id).orElse(null),
                asked.isOfAll() && served.size() > 1);
        Drawn drawn = boards.draw(
                site, served, errand, moving.map(Appointment::service).orElse(null));
        trace(site, drawn, caller);
        var board = complete(drawn, caller.map(one -> PatientCard.of(one, today)), asked, last());
        boolean part = "board".equals(asked.part());
        return screens.show(request, part ? "desk/secretary/boardpart.jte" : "desk/secretary/board.jte", board);
    }

    private Optional<Deed> last() {
        return deeds.findLast(CurrentAccount.get().accountId());
    }

    private static DayBoard complete(Drawn drawn, Optional<PatientCard> caller, Asked asked, Optional<Deed> last) {
        DayBoard board = drawn.board();
        Toast toast = Toast.of(asked.said(), asked.about(), asked.was());
        return new DayBoard(
                board.site(),
                board.sites(),
                board.errand(),
                board.today(),
                board.opening(),
                board.columns(),
                board.rows(),
                board.shared(),
                caller.orElse(null),
                toast == null ? null : toast.naming(drawn.nameOf(toast.about())),
                last.map(deed -> deed.kind().code()).orElse(null));
    }

    private void trace(Site site, Drawn drawn, Optional<Patient> caller) {
        Set<UUID> shown = new LinkedHashSet<>(drawn.people().keySet());
        caller.ifPresent(one -> shown.add(one.id()));
        if (!shown.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", List.copyOf(shown))
                    .because("day-board")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
    }

    private static void remember(Site site, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(LAST_SITE, site.id().toString())
                        .path("/secretary")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(90))
                        .build()
                        .toString());
    }

    /** What the address asks for; the last three say what was just done. */
    record Asked(
            @Nullable LocalDate day,
            @Nullable UUID patient,
            @Nullable UUID move,
            @Nullable String part,
            @Nullable String said,
            @Nullable UUID about,
            @Nullable String was,
            @Nullable Boolean all) {

        boolean isOfAll() {
            return Boolean.TRUE.equals(all);
        }
    }
}
