package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PatientQuery;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/calls/people}: whom a call is about, among the people known here. */
@Controller
public class CallPeoplePage {

    private static final int LIMIT = 20;

    private final Screens screens;
    private final ReceptionDesk desk;
    private final DeskAccess access;
    private final Patients patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallPeoplePage(
            Screens screens,
            ReceptionDesk desk,
            DeskAccess access,
            Patients patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.access = access;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/secretary/calls/people")
    ResponseEntity<byte[]> search(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String site,
            @RequestParam UUID call,
            @RequestParam(defaultValue = "") String started,
            @RequestParam(defaultValue = "") String q) {
        boolean part = request.getHeader("HX-Request") != null;
        return desk.atOne(request, site)
                .map(at -> screens.show(
                        request,
                        "desk/secretary/reception/" + (part ? "peopleoptions.jte" : "people.jte"),
                        found(
                                at,
                                "/secretary/calls/new?site=" + at.key() + "&call=" + call
                                        + (started.matches("\\d{1,18}") ? "&started=" + started : ""),
                                q.strip())))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    private Choice found(Standing at, String back, String typed) {
        var query = PatientQuery.parse(typed);
        List<Patient> found = query.isEnough() ? patients.search(access.organizations(), query, LIMIT) : List.of();
        if (query.isEnough()) {
            events.publishEvent(Trace.of(
                            "search", "patient", found.stream().map(Patient::id).toList())
                    .because("call")
                    .as(DeskAccess.roleAt(at.one()), at.one().organizationId()));
        }
        LocalDate today = Paris.dayOf(clock.instant());
        return new Choice(
                at,
                back,
                typed,
                query.isEnough(),
                found.stream().map(one -> PatientCard.of(one, today)).toList());
    }

    /** @param back the call that somebody is chosen for */
    public record Choice(Standing at, String back, String typed, boolean enough, List<PatientCard> found) {

        public String choosing(PatientCard one) {
            return back + "&patient=" + one.id();
        }
    }
}
