package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Holding;
import fr.quartdheure.scheduling.Holds;
import fr.quartdheure.scheduling.Slot;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Between screens 2 and 3: the chosen hour is held, or three others are offered at once. */
@RestController
public class HoldPage {

    static final Problem NO_SUCH_REASON = Problem.of(400, "problem.malformed", "reason");

    private final Screens screens;
    private final Holds holds;
    private final Sites sites;
    private final SiteCards cards;

    HoldPage(Screens screens, Holds holds, Sites sites, SiteCards cards) {
        this.screens = screens;
        this.holds = holds;
        this.sites = sites;
        this.cards = cards;
    }

    @PostMapping("/book/{slotId}")
    ResponseEntity<?> hold(
            @PathVariable UUID slotId,
            @RequestParam(defaultValue = "consultation") String reason,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answer(holds.hold(slotId, reason, Visitors.of(request, response)), reason, back, request);
    }

    private ResponseEntity<?> answer(Holding holding, String reason, String back, HttpServletRequest request) {
        return switch (holding) {
            case Holding.Held held -> seeOther("/book/" + held.appointment().id() + "/identity", back);
            case Holding.Taken taken -> taken(request, taken, reason, back);
            case Holding.NotBookable _gone -> screens.show(request, Problem.of(404, "book.gone"));
            case Holding.NoSuchReason _none -> screens.show(request, NO_SUCH_REASON);
            case Holding.TooMany many -> screens.show(request, Problem.of(429, "book.tooMany", many.limit()));
            case Holding.ProofNeeded needed ->
                seeOther("/book/contact?slot=" + needed.slotId() + "&reason=" + UriUtils.encode(reason, "UTF-8"), back);
        };
    }

    private ResponseEntity<byte[]> taken(HttpServletRequest request, Holding.Taken taken, String reason, String back) {
        List<SiteCards.Choice> others = cards.choices(taken.alternatives());
        Site site = sites.find(taken.slot().siteId()).orElseThrow();
        return screens.show(
                request,
                HttpStatus.CONFLICT,
                "desk/patient/taken.jte",
                new View(site, taken.slot(), others, reason, back));
    }

    static ResponseEntity<Void> seeOther(String path, String back) {
        String query =
                back.isBlank() ? "" : (path.contains("?") ? "&" : "?") + "back=" + UriUtils.encode(back, "UTF-8");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path + query))
                .build();
    }

    /** @param others free hours of the same service at the same site, nearest in time */
    public record View(Site site, Slot lost, List<SiteCards.Choice> others, String reason, String back) {}
}
