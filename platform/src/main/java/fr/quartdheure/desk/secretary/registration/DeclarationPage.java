package fr.quartdheure.desk.secretary.registration;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.Keeping;
import fr.quartdheure.registration.Registration;
import fr.quartdheure.registration.Registrations;
import fr.quartdheure.registration.Requests;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The declaration of choice, prepared to be signed by both, and the dates on which they did. */
@Controller
public class DeclarationPage {

    private final Screens screens;
    private final DeskAccess access;
    private final Registrations registrations;
    private final Requests requests;
    private final Keeping keeping;
    private final ListBoards boards;
    private final Patients patients;
    private final Practitioners practitioners;
    private final ApplicationEventPublisher events;

    DeclarationPage(
            Screens screens,
            DeskAccess access,
            Registrations registrations,
            Requests requests,
            Keeping keeping,
            ListBoards boards,
            Patients patients,
            Practitioners practitioners,
            ApplicationEventPublisher events) {
        this.screens = screens;
        this.access = access;
        this.registrations = registrations;
        this.requests = requests;
        this.keeping = keeping;
        this.boards = boards;
        this.patients = patients;
        this.practitioners = practitioners;
        this.events = events;
    }

    public record View(Site site, Registration registration, Patient patient, Practitioner doctor, boolean forChild) {}

    @GetMapping("/secretary/sites/{siteId}/registrations/{id}/declaration")
    @Transactional
    public ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable UUID siteId, @PathVariable UUID id) {
        return access.site(siteId)
                .flatMap(site -> registration(site, id).map(one -> view(site, one)))
                .map(view -> screens.show(request, "desk/secretary/registration/draft.jte", view))
                .orElseGet(() -> screens.show(request, RegistrationListPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/{id}/sign")
    ResponseEntity<byte[]> sign(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate patient,
            @RequestParam(required = false) @Nullable LocalDate practitioner) {
        Optional<Registration> found = access.site(siteId).flatMap(site -> registration(site, id));
        if (found.isEmpty()) {
            return screens.show(request, RegistrationListPage.ABSENT);
        }
        if (isFuture(patient) || isFuture(practitioner)) {
            return RegistrationListPage.see(siteId, "future");
        }
        keeping.sign(id, patient, practitioner);
        return RegistrationListPage.see(siteId, patient != null && practitioner != null ? "declared" : "signed");
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/{id}/end")
    ResponseEntity<byte[]> end(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean mistake) {
        return access.site(siteId)
                .flatMap(site -> registration(site, id))
                .map(one -> RegistrationListPage.see(siteId, keeping.end(one.id(), mistake) ? "ended" : "late"))
                .orElseGet(() -> screens.show(request, RegistrationListPage.ABSENT));
    }

    private boolean isFuture(@Nullable LocalDate day) {
        return day != null && day.isAfter(boards.today());
    }

    private Optional<Registration> registration(Site site, UUID id) {
        return registrations.find(id).filter(one -> one.siteId().equals(site.id()) && one.lasts());
    }

    private View view(Site site, Registration one) {
        events.publishEvent(Trace.of("read", "patient", one.patientId())
                .because("registration")
                .as(DeskAccess.roleAt(site), site.organizationId()));
        return new View(
                site,
                one,
                patients.find(one.patientId()).orElseThrow(),
                practitioners.find(one.practitionerId()).orElseThrow(),
                requests.find(one.requestId())
                        .filter(request -> request.onBehalf().equals("child"))
                        .isPresent());
    }
}
