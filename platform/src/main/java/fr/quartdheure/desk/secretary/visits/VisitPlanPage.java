package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.visits.VisitBoard.InTheWay;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Said;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.visit.DayPlan;
import fr.quartdheure.visit.DayPlanning;
import fr.quartdheure.visit.RoundOpening;
import fr.quartdheure.visit.RoundOpening.Opened;
import fr.quartdheure.visit.VisitRound;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a secretary does with the plan of a day: send somebody, plan, add one, take one out. */
@Controller
class VisitPlanPage {

    private final Screens screens;
    private final DeskAccess access;
    private final VisitBoards boards;
    private final DayPlanning planning;
    private final RoundOpening opening;

    VisitPlanPage(Screens screens, DeskAccess access, VisitBoards boards, DayPlanning planning, RoundOpening opening) {
        this.screens = screens;
        this.access = access;
        this.boards = boards;
        this.planning = planning;
        this.opening = opening;
    }

    @PostMapping("/secretary/sites/{siteId}/visits/plan")
    ResponseEntity<byte[]> plan(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam LocalDate day,
            @RequestParam int version) {
        return at(request, siteId, day, site -> planning.plan(site.organizationId(), day, version), null);
    }

    @PostMapping("/secretary/sites/{siteId}/visits/requests/{id}/add")
    ResponseEntity<byte[]> add(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @PathVariable UUID id,
            @RequestParam LocalDate day,
            @RequestParam int version) {
        return at(request, siteId, day, site -> planning.add(site.organizationId(), day, id, version), id);
    }

    @PostMapping("/secretary/sites/{siteId}/visits/requests/{id}/out")
    ResponseEntity<byte[]> takeOut(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @PathVariable UUID id,
            @RequestParam LocalDate day,
            @RequestParam int version) {
        return at(request, siteId, day, site -> planning.takeOut(site.organizationId(), day, id, version), id);
    }

    @PostMapping("/secretary/sites/{siteId}/visits/rounds")
    ResponseEntity<byte[]> send(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam LocalDate day,
            @ModelAttribute RoundForm form) {
        return access.site(siteId)
                .map(site -> send(request, site, new VisitErrand(siteId, day), form))
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/visits/rounds/{id}/close")
    ResponseEntity<byte[]> close(
            HttpServletRequest request, @PathVariable UUID siteId, @PathVariable UUID id, @RequestParam LocalDate day) {
        return access.site(siteId)
                .map(site -> opening.close(site.organizationId(), day, id) ? "closed" : "impossible")
                .map(said -> VisitBoardPage.see(new VisitErrand(siteId, day).board() + "&said=" + said))
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    private ResponseEntity<byte[]> at(
            HttpServletRequest request, UUID siteId, LocalDate day, Function<Site, DayPlan> act, @Nullable UUID about) {
        String aboutWhom = about == null ? "" : "&about=" + about;
        return access.site(siteId)
                .map(act)
                .map(outcome ->
                        VisitBoardPage.see(new VisitErrand(siteId, day).board() + "&said=" + said(outcome) + aboutWhom))
                .orElseGet(() -> screens.show(request, VisitBoardPage.ABSENT));
    }

    /** As the address of the board says it. */
    static String said(DayPlan outcome) {
        return switch (outcome) {
            case DayPlan.Planned planned -> "planned&was=" + planned.unfitted().size();
            case DayPlan.Added added -> "added&was=" + added.moved().size();
            case DayPlan.NoRoom _none -> "noroom";
            case DayPlan.Changed _done -> "changed";
            case DayPlan.Overtaken _late -> "overtaken";
            case DayPlan.NobodyGoes _nobody -> "nobody";
            case DayPlan.NothingToPlan _nothing -> "nothing";
            case DayPlan.NotPossible _no -> "impossible";
        };
    }

    private ResponseEntity<byte[]> send(HttpServletRequest request, Site site, VisitErrand errand, RoundForm form) {
        RoundForm.Read read = form.read(boards.team(site));
        UUID practitioner = read.practitioner();
        if (!read.refusals().isEmpty() || practitioner == null) {
            return again(request, HttpStatus.UNPROCESSABLE_CONTENT, boards.draw(site, errand, read, null));
        }
        return switch (opening.open(round(site, errand.day(), practitioner, read))) {
            case Opened.Open _done -> VisitBoardPage.see(errand.board() + "&said=opened");
            case Opened.GoesAlready _twice -> VisitBoardPage.see(errand.board() + "&said=goes-already");
            case Opened.InTheWay way ->
                again(
                        request,
                        HttpStatus.CONFLICT,
                        boards.draw(
                                site,
                                errand,
                                read,
                                new Said("in-the-way", null, way.appointments().size(), inTheWay(way, errand))));
        };
    }

    private static VisitRound round(Site site, LocalDate day, UUID practitioner, RoundForm.Read read) {
        return new VisitRound(
                UUID.randomUUID(),
                site.organizationId(),
                practitioner,
                site.id(),
                day,
                read.from(),
                read.until(),
                read.pause(),
                null,
                null,
                null,
                List.of());
    }

    /** Nobody's name is told who is not known here. */
    private List<InTheWay> inTheWay(Opened.InTheWay way, VisitErrand errand) {
        return way.appointments().stream()
                .map(one -> new InTheWay(
                        one,
                        patient(one).map(Patient::displayName).orElse(""),
                        "/secretary/appointments/" + one.id() + "?at=" + errand.site() + "&day=" + errand.day()))
                .toList();
    }

    private Optional<Patient> patient(Appointment appointment) {
        return Optional.ofNullable(appointment.patientId()).flatMap(access::patient);
    }

    private ResponseEntity<byte[]> again(HttpServletRequest request, HttpStatus status, VisitBoard board) {
        return screens.show(request, status, "desk/secretary/visits/board.jte", board);
    }
}
