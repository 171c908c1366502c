package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Asked;
import fr.quartdheure.desk.secretary.visits.VisitHand.Late;
import fr.quartdheure.desk.secretary.visits.VisitHand.Place;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.visit.Consequences;
import fr.quartdheure.visit.HandPlacing;
import fr.quartdheure.visit.Stop;
import fr.quartdheure.visit.StopState;
import fr.quartdheure.visit.VisitDay;
import fr.quartdheure.visit.VisitDays;
import fr.quartdheure.visit.VisitRequest;
import fr.quartdheure.visit.VisitRequests;
import fr.quartdheure.visit.VisitRound;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A visit put by hand: where it may stand, what that would mean, then only that it is done. */
@Controller
class VisitHandPage {

    private final Screens screens;
    private final DeskAccess access;
    private final VisitDays days;
    private final VisitRequests requests;
    private final HandPlacing placing;
    private final VisitWords words;
    private final ApplicationEventPublisher events;

    VisitHandPage(
            Screens screens,
            DeskAccess access,
            VisitDays days,
            VisitRequests requests,
            HandPlacing placing,
            VisitWords words,
            ApplicationEventPublisher events) {
        this.screens = screens;
        this.access = access;
        this.days = days;
        this.requests = requests;
        this.placing = placing;
        this.words = words;
        this.events = events;
    }

    @GetMapping("/secretary/sites/{siteId}/visits/requests/{id}/place")
    ResponseEntity<byte[]> look(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @PathVariable UUID id,
            @RequestParam LocalDate day,
            @RequestParam(required = false) @Nullable String place) {
        return access.site(siteId)
                .flatMap(site -> hand(site, new VisitErrand(siteId, day), id, place))
                .map(hand -> screens.show(request, "desk/secretary/visits/hand.jte", hand))
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/visits/requests/{id}/place")
    ResponseEntity<byte[]> place(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @PathVariable UUID id,
            @RequestParam LocalDate day,
            @RequestParam String place,
            @RequestParam int version) {
        Optional<Site> site = access.site(siteId);
        Optional<Place> chosen = site.flatMap(one -> hand(one, new VisitErrand(siteId, day), id, place))
                .map(VisitHand::chosen);
        if (site.isEmpty() || chosen.isEmpty()) {
            return screens.show(request, VisitBoardPage.ABSENT);
        }
        var outcome = placing.place(
                site.get().organizationId(),
                day,
                id,
                chosen.get().round(),
                chosen.get().place(),
                version);
        return VisitBoardPage.see(
                new VisitErrand(siteId, day).board() + "&said=" + VisitPlanPage.said(outcome) + "&about=" + id);
    }

    private Optional<VisitHand> hand(Site site, VisitErrand errand, UUID requestId, @Nullable String code) {
        VisitDay day = days.read(site.organizationId(), errand.day());
        return requests.find(requestId)
                .filter(request -> request.organizationId().equals(site.organizationId()) && !request.cancelled())
                .filter(request -> day.stopOf(requestId)
                        .filter(stop -> stop.state().begun())
                        .isEmpty())
                .map(request -> hand(site, errand, day, request, code));
    }

    private VisitHand hand(Site site, VisitErrand errand, VisitDay day, VisitRequest request, @Nullable String code) {
        events.publishEvent(Trace.of("read", "patient", request.patientIds())
                .because("visits")
                .as(DeskAccess.roleAt(site), site.organizationId()));
        Map<UUID, Asked> asked = words.of(day.requests().values());
        Asked own = Objects.requireNonNull(words.of(List.of(request)).get(request.id()), "it was just found");
        List<Place> places = places(day, request.id(), asked);
        Optional<Place> chosen =
                places.stream().filter(one -> one.code().equals(code)).findFirst();
        Optional<Consequences> meant = chosen.flatMap(place ->
                placing.preview(site.organizationId(), errand.day(), request.id(), place.round(), place.place()));
        return new VisitHand(
                errand,
                day.version(),
                own,
                places,
                chosen.orElse(null),
                meant.orElse(null),
                meant.map(one -> late(one, asked, own)).orElse(List.of()));
    }

    private static List<Late> late(Consequences meant, Map<UUID, Asked> asked, Asked own) {
        return meant.late().stream()
                .map(one -> new Late(asked.getOrDefault(one.request().id(), own).title(), Math.round(one.minutes())))
                .toList();
    }

    private static List<Place> places(VisitDay day, UUID requestId, Map<UUID, Asked> asked) {
        List<Place> places = new ArrayList<>();
        for (VisitRound round : day.rounds()) {
            String name = day.practitioner(round).displayName();
            String after = null;
            int index = 0;
            for (Stop stop : round.stops()) {
                boolean own = stop.requestId().equals(requestId);
                if (stop.state() == StopState.PLANNED && !own) {
                    places.add(new Place(round.id(), index, name, after));
                    index++;
                }
                after = own ? after : title(asked, stop.requestId());
            }
            places.add(new Place(round.id(), index, name, after));
        }
        return places;
    }

    private static String title(Map<UUID, Asked> asked, UUID id) {
        return Objects.requireNonNull(asked.get(id), "every request of the day was read")
                .title();
    }
}
