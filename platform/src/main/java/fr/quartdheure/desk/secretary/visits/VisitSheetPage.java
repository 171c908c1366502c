package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Asked;
import fr.quartdheure.desk.secretary.visits.VisitSheet.Line;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.visit.Stop;
import fr.quartdheure.visit.VisitRequests;
import fr.quartdheure.visit.VisitRound;
import fr.quartdheure.visit.VisitRounds;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sheet of one round, for the printer. */
@Controller
class VisitSheetPage {

    private final Screens screens;
    private final DeskAccess access;
    private final VisitRounds rounds;
    private final VisitRequests requests;
    private final VisitWords words;
    private final Practitioners practitioners;
    private final Sites sites;
    private final ApplicationEventPublisher events;

    VisitSheetPage(
            Screens screens,
            DeskAccess access,
            VisitRounds rounds,
            VisitRequests requests,
            VisitWords words,
            Practitioners practitioners,
            Sites sites,
            ApplicationEventPublisher events) {
        this.screens = screens;
        this.access = access;
        this.rounds = rounds;
        this.requests = requests;
        this.words = words;
        this.practitioners = practitioners;
        this.sites = sites;
        this.events = events;
    }

    @GetMapping("/secretary/sites/{siteId}/visits/rounds/{id}/sheet")
    ResponseEntity<byte[]> print(HttpServletRequest request, @PathVariable UUID siteId, @PathVariable UUID id) {
        return access.site(siteId)
                .flatMap(site -> rounds.find(id)
                        .filter(round -> round.organizationId().equals(site.organizationId()))
                        .map(round -> sheet(site, round)))
                .map(sheet -> screens.show(request, "desk/secretary/visits/sheet.jte", sheet))
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    private VisitSheet sheet(Site site, VisitRound round) {
        Map<UUID, Asked> asked = words.of(
                requests.listByIds(round.stops().stream().map(Stop::requestId).toList())
                        .values());
        List<UUID> people = asked.values().stream()
                .flatMap(one -> one.request().patientIds().stream())
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("print", "patient", people)
                    .because("round-sheet")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        return new VisitSheet(
                new VisitErrand(site.id(), round.day()),
                round,
                practitioners
                        .find(round.practitionerId())
                        .map(Practitioner::displayName)
                        .orElse(""),
                sites.find(round.siteId()).orElseThrow(),
                round.stops().stream()
                        .map(stop -> new Line(stop, Objects.requireNonNull(asked.get(stop.requestId()))))
                        .toList());
    }
}
