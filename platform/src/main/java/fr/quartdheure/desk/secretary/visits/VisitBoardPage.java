package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.OpenDays;
import fr.quartdheure.desk.secretary.SiteChoice;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Said;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.visit.VisitRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The visits of a day: who goes where, what waits, what does not fit and what would help. */
@Controller
class VisitBoardPage {

    static final Problem ABSENT = Problem.of(404, "problem.absent");
    private static final Set<String> WORDS = Set.of(
            "planned",
            "added",
            "changed",
            "opened",
            "closed",
            "asked",
            "cancelled",
            "again",
            "overtaken",
            "nobody",
            "nothing",
            "impossible",
            "noroom",
            "goes-already");

    private final Screens screens;
    private final DeskAccess access;
    private final VisitBoards boards;
    private final VisitRequests requests;
    private final OpenDays openDays;

    VisitBoardPage(Screens screens, DeskAccess access, VisitBoards boards, VisitRequests requests, OpenDays openDays) {
        this.screens = screens;
        this.access = access;
        this.boards = boards;
        this.requests = requests;
        this.openDays = openDays;
    }

    @GetMapping("/secretary/visits")
    ResponseEntity<byte[]> choose(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate day,
            @CookieValue(name = "secretary-site", required = false) @Nullable String last) {
        List<Site> served = access.sites();
        return served.stream()
                .filter(one -> site == null
                        ? served.size() == 1 || one.id().toString().equals(last)
                        : one.id().equals(site))
                .findFirst()
                .map(one -> see(new VisitErrand(one.id(), day == null ? openDays.todayOrNext(one) : day).board()))
                .orElseGet(() ->
                        screens.show(request, "desk/secretary/sites.jte", new SiteChoice(served, "/secretary/visits")));
    }

    @GetMapping("/secretary/sites/{siteId}/visits")
    ResponseEntity<byte[]> open(HttpServletRequest request, @PathVariable UUID siteId, @ModelAttribute Asked asked) {
        Optional<Site> site = access.site(siteId);
        if (site.isEmpty()) {
            return screens.show(request, ABSENT);
        }
        LocalDate day = asked.day() == null ? openDays.todayOrNext(site.get()) : asked.day();
        var board = boards.draw(site.get(), new VisitErrand(siteId, day), RoundForm.fresh(), said(asked));
        boolean part = "board".equals(asked.part());
        return screens.show(
                request, part ? "desk/secretary/visits/boardpart.jte" : "desk/secretary/visits/board.jte", board);
    }

    static ResponseEntity<byte[]> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private @Nullable Said said(Asked asked) {
        String what = asked.said();
        if (what == null || !WORDS.contains(what)) {
            return null;
        }
        int count = asked.was() == null ? 0 : Math.clamp(asked.was(), 0, 999);
        return new Said(what, nameOf(asked.about()), count, List.of());
    }

    private @Nullable String nameOf(@Nullable UUID requestId) {
        return requestId == null
                ? null
                : requests.find(requestId)
                        .filter(request -> !request.residents().isEmpty())
                        .map(request -> {
                            String place = request.wanted().placeName();
                            return place != null
                                    ? place
                                    : access.patient(request.patientIds().getFirst())
                                            .map(Patient::displayName)
                                            .orElse(null);
                        })
                        .orElse(null);
    }

    /** What the address asks for; the last three say what was just done, about which request, and to how many. */
    record Asked(
            @Nullable LocalDate day,
            @Nullable String part,
            @Nullable String said,
            @Nullable UUID about,
            @Nullable Integer was) {}
}
