package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.Asking;
import fr.quartdheure.visit.Stops;
import fr.quartdheure.visit.VisitRequest;
import fr.quartdheure.visit.VisitRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A visit asked for, changed or cancelled: first who is to be seen, then where, when and by whom. */
@Controller
class VisitAskPage {

    private static final String PAGE = "desk/secretary/visits/ask.jte";

    private final Screens screens;
    private final DeskAccess access;
    private final VisitBoards boards;
    private final VisitRequests requests;
    private final Stops stops;
    private final Asking asking;
    private final Communes communes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VisitAskPage(
            Screens screens,
            DeskAccess access,
            VisitBoards boards,
            VisitRequests requests,
            Stops stops,
            Asking asking,
            Communes communes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.boards = boards;
        this.requests = requests;
        this.stops = stops;
        this.asking = asking;
        this.communes = communes;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/secretary/sites/{siteId}/visits/ask")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "") String people) {
        return access.site(siteId)
                .map(site -> {
                    List<Patient> chosen = people(people);
                    VisitForm form = chosen.isEmpty()
                            ? VisitForm.fresh(day)
                            : requests.findLastOf(chosen.getFirst().id(), site.organizationId())
                                    .map(last -> again(last, day))
                                    .orElseGet(() -> VisitForm.fresh(day));
                    return show(request, site, day, chosen, null, new VisitForm.Read(form, null, Map.of()));
                })
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    /** Where she lives is asked once; what is wanted this time is asked every time. */
    private VisitForm again(VisitRequest last, LocalDate day) {
        VisitForm before = VisitForm.of(last.wanted(), town(last), day);
        VisitForm fresh = VisitForm.fresh(day);
        return new VisitForm(
                before.placeName(),
                before.address(),
                before.place(),
                before.commune(),
                before.position(),
                before.phone(),
                fresh.on(),
                fresh.from(),
                fresh.until(),
                before.minutes(),
                fresh.urgency(),
                "",
                before.profession(),
                "",
                before.note());
    }

    private String town(VisitRequest request) {
        return communes.find(request.wanted().communeCode())
                .map(one -> one.name())
                .orElse("");
    }

    @PostMapping("/secretary/sites/{siteId}/visits/ask")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "") String people,
            @ModelAttribute VisitForm form) {
        Optional<Site> site = access.site(siteId);
        List<Patient> chosen = people(people);
        if (site.isEmpty() || chosen.isEmpty()) {
            return screens.show(request, VisitBoardPage.ABSENT);
        }
        VisitForm.Read read = form.read(communes, boards.team(site.get()), chosen.size());
        var wanted = read.wanted();
        if (wanted == null) {
            return show(request, site.get(), day, chosen, null, read);
        }
        UUID id = asking.ask(
                site.get().organizationId(),
                wanted,
                chosen.stream().map(Patient::id).toList());
        LocalDate shown = wanted.day() == null ? day : wanted.day();
        return VisitBoardPage.see(new VisitErrand(siteId, shown).board() + "&said=asked&about=" + id);
    }

    @GetMapping("/secretary/sites/{siteId}/visits/requests/{id}")
    ResponseEntity<byte[]> open(
            HttpServletRequest request, @PathVariable UUID siteId, @PathVariable UUID id, @RequestParam LocalDate day) {
        Optional<Site> site = access.site(siteId);
        return request(site, id)
                .map(found -> {
                    var form = VisitForm.of(
                            found.wanted(), town(found), found.wanted().day());
                    return show(
                            request,
                            site.orElseThrow(),
                            day,
                            people(found),
                            found,
                            new VisitForm.Read(form, null, Map.of()));
                })
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/visits/requests/{id}")
    ResponseEntity<byte[]> change(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @PathVariable UUID id,
            @RequestParam LocalDate day,
            @ModelAttribute VisitForm form) {
        Optional<Site> site = access.site(siteId);
        Optional<VisitRequest> found = request(site, id);
        if (site.isEmpty() || found.isEmpty()) {
            return screens.show(request, VisitBoardPage.ABSENT);
        }
        List<Patient> people = people(found.get());
        VisitForm.Read read = form.read(communes, boards.team(site.get()), people.size());
        var wanted = read.wanted();
        if (wanted == null) {
            return show(request, site.get(), day, people, found.get(), read);
        }
        boolean done = asking.change(id, wanted, found.get().patientIds());
        return VisitBoardPage.see(
                new VisitErrand(siteId, day).board() + "&said=" + (done ? "changed" : "impossible") + "&about=" + id);
    }

    @PostMapping("/secretary/sites/{siteId}/visits/requests/{id}/cancel")
    ResponseEntity<byte[]> cancel(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @PathVariable UUID id,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "other") String reason) {
        return request(access.site(siteId), id)
                .map(found -> asking.cancel(id, Asking.CANCEL_REASONS.contains(reason) ? reason : "other"))
                .map(done -> VisitBoardPage.see(
                        new VisitErrand(siteId, day).board() + "&said=" + (done ? "cancelled" : "impossible")))
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/visits/requests/{id}/again")
    ResponseEntity<byte[]> again(
            HttpServletRequest request, @PathVariable UUID siteId, @PathVariable UUID id, @RequestParam LocalDate day) {
        return request(access.site(siteId), id)
                .map(found -> asking.again(id).isPresent() ? "again" : "impossible")
                .map(said ->
                        VisitBoardPage.see(new VisitErrand(siteId, day).board() + "&said=" + said + "&about=" + id))
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    private ResponseEntity<byte[]> show(
            HttpServletRequest request,
            Site site,
            LocalDate day,
            List<Patient> people,
            @Nullable VisitRequest changed,
            VisitForm.Read read) {
        if (!people.isEmpty()) {
            events.publishEvent(
                    Trace.of("read", "patient", people.stream().map(Patient::id).toList())
                            .because("visits")
                            .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        LocalDate today = Paris.dayOf(clock.instant());
        var page = new VisitAsk(
                new VisitErrand(site.id(), day),
                people.stream().map(one -> PatientCard.of(one, today)).toList(),
                changed,
                changed != null && isBegun(changed),
                boards.team(site),
                read);
        HttpStatus status = read.refusals().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return screens.show(request, status, PAGE, page);
    }

    private boolean isBegun(VisitRequest request) {
        return request.cancelled()
                || stops.findOf(request.id())
                        .filter(stop -> stop.state().begun())
                        .isPresent();
    }

    private void trace(Site site, List<Patient> people) {
        if (!people.isEmpty()) {
            events.publishEvent(
                    Trace.of("read", "patient", people.stream().map(Patient::id).toList())
                            .because("visits")
                            .as(DeskAccess.roleAt(site), site.organizationId()));
        }
    }

    private Optional<VisitRequest> request(Optional<Site> site, UUID id) {
        return site.flatMap(one ->
                requests.find(id).filter(request -> request.organizationId().equals(one.organizationId())));
    }

    private List<Patient> people(VisitRequest request) {
        return request.patientIds().stream()
                .map(access::patient)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whoever is not known here is left out, as if she did not exist. */
    private List<Patient> people(String joined) {
        return Arrays.stream(joined.split("\\."))
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .distinct()
                .map(UUID::fromString)
                .map(access::patient)
                .flatMap(Optional::stream)
                .toList();
    }
}
