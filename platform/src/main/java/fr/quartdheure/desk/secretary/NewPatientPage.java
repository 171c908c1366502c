package fr.quartdheure.desk.secretary;

import fr.quartdheure.desk.secretary.NewPatient.Alike;
import fr.quartdheure.desk.ui.PatientForm;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PatientQuery;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A caller whom nobody here knows yet. What was typed stays, whatever is refused. */
@Controller
class NewPatientPage {

    private static final String PAGE = "desk/secretary/newpatient.jte";
    private static final String PANEL = "desk/secretary/newpatientpanel.jte";

    private final Screens screens;
    private final DeskAccess access;
    private final PatientIntake intake;
    private final Clock clock;

    NewPatientPage(Screens screens, DeskAccess access, PatientIntake intake, Clock clock) {
        this.screens = screens;
        this.access = access;
        this.intake = intake;
        this.clock = clock;
    }

    @GetMapping("/secretary/sites/{siteId}/patients/new")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @ModelAttribute Where where,
            @RequestParam(defaultValue = "") String q) {
        String template = "panel".equals(where.part()) ? PANEL : PAGE;
        return access.site(siteId)
                .map(site -> screens.show(
                        request,
                        template,
                        new NewPatient(
                                errand(site, where),
                                where.slot(),
                                where.visit(),
                                typed(PatientQuery.parse(q)),
                                Alike.NONE)))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/patients/new")
    ResponseEntity<byte[]> create(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @ModelAttribute Where where,
            @ModelAttribute PatientForm form) {
        return access.site(siteId)
                .map(site -> create(request, site, where, form))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    private ResponseEntity<byte[]> create(HttpServletRequest request, Site site, Where where, PatientForm form) {
        Errand errand = errand(site, where);
        PatientForm.Read read = form.read(today());
        if (!read.refusals().isEmpty()) {
            return again(request, new NewPatient(errand, where.slot(), where.visit(), read, Alike.NONE));
        }
        Optional<Patient> adopted =
                Optional.ofNullable(where.adopt()).flatMap(id -> intake.adopt(read, id, access.organizations(), site));
        Alike alike = form.isSure() || adopted.isPresent() ? Alike.NONE : alike(read, site);
        if (!alike.isNobody()) {
            return again(request, new NewPatient(errand, where.slot(), where.visit(), read, alike));
        }
        Patient patient = adopted.orElseGet(() -> intake.add(read, site));
        String next = errand.chosen(patient.id(), where.slot(), where.visit());
        return DayBoardPage.see(where.slot() == null ? next + "&said=created" : next);
    }

    private Alike alike(PatientForm.Read read, Site site) {
        return new Alike(
                cards(intake.alike(read, access.organizations(), site)),
                cards(intake.elsewhere(read, access.organizations(), site)));
    }

    private List<PatientCard> cards(List<Patient> people) {
        return people.stream().map(one -> PatientCard.of(one, today())).toList();
    }

    private ResponseEntity<byte[]> again(HttpServletRequest request, NewPatient it) {
        return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, PAGE, it);
    }

    private static PatientForm.Read typed(PatientQuery query) {
        return new PatientForm(query.name(), "", PatientForm.written(query.birthDate()), "", query.phone(), "", false)
                .untouched();
    }

    private Errand errand(Site site, Where where) {
        return new Errand(site.id(), where.day() == null ? today() : where.day(), null, null);
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }

    /**
     * @param slot the time chosen before the person, or null
     * @param adopt the record of another organisation that it is, or null
     * @param visit who else is to be visited there; null when it is no visit
     */
    record Where(
            @Nullable LocalDate day,
            @Nullable UUID slot,
            @Nullable UUID adopt,
            @Nullable String visit,
            @Nullable String part) {}
}
