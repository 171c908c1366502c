package fr.quartdheure.desk.secretary.registration;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.registration.Answering;
import fr.quartdheure.registration.Answering.Answered;
import fr.quartdheure.registration.Keeping;
import fr.quartdheure.registration.Leaving;
import fr.quartdheure.registration.Matching;
import fr.quartdheure.registration.Matching.Opened;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/sites/{siteId}/registrations}: who waits for a médecin traitant, and places as they open. */
@Controller
public class RegistrationListPage {

    static final Problem ABSENT = Problem.of(404, "problem.absent");

    private final Screens screens;
    private final DeskAccess access;
    private final ListBoards boards;
    private final Matching matching;
    private final Answering answering;
    private final Leaving leaving;
    private final Keeping keeping;

    RegistrationListPage(
            Screens screens,
            DeskAccess access,
            ListBoards boards,
            Matching matching,
            Answering answering,
            Leaving leaving,
            Keeping keeping) {
        this.screens = screens;
        this.access = access;
        this.boards = boards;
        this.matching = matching;
        this.answering = answering;
        this.leaving = leaving;
        this.keeping = keeping;
    }

    @GetMapping("/secretary/sites/{siteId}/registrations")
    @Transactional
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "0") int count) {
        String told = said.matches("[a-z-]{1,20}") ? said : null;
        return access.site(siteId)
                .map(site -> screens.show(
                        request,
                        "desk/secretary/registration/list.jte",
                        boards.board(site, told, Math.clamp(count, 0, 999))))
                .orElseGet(() -> screens.show(request, ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/open")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam UUID practitioner,
            @RequestParam(defaultValue = "1") int count) {
        int places = Math.clamp(count, 1, Matching.MOST);
        return at(request, siteId, site -> switch (matching.open(practitioner, site.id(), places)) {
            case Opened.Open open -> "opened&count=" + open.places();
            case Opened.BeyondTarget full -> "beyond-target&count=" + full.free();
            case Opened.BeyondSite full -> "beyond-site&count=" + full.free();
            case Opened.NoPanel _none -> "no-panel";
        });
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/withdraw")
    ResponseEntity<byte[]> withdraw(
            HttpServletRequest request, @PathVariable UUID siteId, @RequestParam UUID practitioner) {
        return at(request, siteId, site -> matching.withdraw(practitioner, site.id()) ? "withdrawn" : "late");
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/requests/{id}/{act}")
    ResponseEntity<byte[]> answer(
            HttpServletRequest request, @PathVariable UUID siteId, @PathVariable UUID id, @PathVariable String act) {
        return at(request, siteId, site -> boards.isOnList(site, id) ? answer(site, id, act) : "late");
    }

    /** On the word of whoever is on the telephone. */
    private String answer(Site site, UUID id, String act) {
        return switch (act) {
            case "accept" -> answering.accept(id) instanceof Answered.Taken ? "taken" : "late";
            case "decline" -> answering.decline(id) instanceof Answered.Declined ? "declined" : "late";
            case "leave" -> leaving.leave(id, site.id()) ? "left" : "late";
            default -> "late";
        };
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/stop")
    ResponseEntity<byte[]> stop(
            HttpServletRequest request, @PathVariable UUID siteId, @RequestParam UUID practitioner) {
        return at(request, siteId, site -> "stopped&count=" + keeping.stop(practitioner, site.id()));
    }

    private ResponseEntity<byte[]> at(HttpServletRequest request, UUID siteId, Function<Site, String> act) {
        Optional<Site> site = access.site(siteId);
        return site.isEmpty() ? screens.show(request, ABSENT) : see(siteId, act.apply(site.get()));
    }

    static ResponseEntity<byte[]> see(UUID siteId, String said) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/secretary/sites/" + siteId + "/registrations?said=" + said))
                .build();
    }
}
