package fr.quartdheure.desk.secretary;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.PatientResults.Found;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PatientQuery;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Who is on the line: a name, a birth date or a phone number, among the people her organisations know. */
@Controller
class PatientSearchPage {

    private static final int LIMIT = 20;

    private final Screens screens;
    private final DeskAccess access;
    private final Patients patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientSearchPage(
            Screens screens, DeskAccess access, Patients patients, ApplicationEventPublisher events, Clock clock) {
        this.screens = screens;
        this.access = access;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/secretary/sites/{siteId}/patients")
    ResponseEntity<byte[]> search(HttpServletRequest request, @PathVariable UUID siteId, @ModelAttribute Asked asked) {
        return access.site(siteId)
                .map(site -> answer(request, site, asked))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Site site, Asked asked) {
        LocalDate today = Paris.dayOf(clock.instant());
        var errand = new Errand(site.id(), asked.day() == null ? today : asked.day(), null, null);
        String typed = asked.q() == null ? "" : asked.q().strip();
        var query = PatientQuery.parse(typed);
        List<Found> found = query.isEnough()
                ? find(site, query).stream()
                        .map(patient -> found(patient, errand, asked, today))
                        .toList()
                : List.of();
        var results = new PatientResults(errand, asked.slot(), asked.visit(), typed, query.isEnough(), found);
        boolean part = request.getHeader("HX-Request") != null;
        return screens.show(request, part ? "desk/secretary/options.jte" : "desk/secretary/patients.jte", results);
    }

    private List<Patient> find(Site site, PatientQuery query) {
        List<Patient> found = patients.search(access.organizations(), query, LIMIT);
        events.publishEvent(
                Trace.of("search", "patient", found.stream().map(Patient::id).toList())
                        .as(DeskAccess.roleAt(site), site.organizationId()));
        return found;
    }

    private static Found found(Patient patient, Errand errand, Asked asked, LocalDate today) {
        return new Found(PatientCard.of(patient, today), errand.chosen(patient.id(), asked.slot(), asked.visit()));
    }

    /**
     * @param slot when a time was chosen before the person
     * @param visit when she is to be visited, together with these people; else null
     */
    record Asked(
            @Nullable String q,
            @Nullable LocalDate day,
            @Nullable UUID slot,
            @Nullable String visit) {}
}
