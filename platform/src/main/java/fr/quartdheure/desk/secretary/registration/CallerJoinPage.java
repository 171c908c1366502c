package fr.quartdheure.desk.secretary.registration;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PatientQuery;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.Joining;
import fr.quartdheure.registration.Joining.Joined;
import fr.quartdheure.registration.Joining.Wanted;
import fr.quartdheure.registration.Priority;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody on the telephone, or at the counter, asks to be put on the list. */
@Controller
public class CallerJoinPage {

    private static final int FOUND = 8;

    private final Screens screens;
    private final DeskAccess access;
    private final Joining joining;
    private final Patients patients;
    private final Communes communes;
    private final ListBoards boards;
    private final ApplicationEventPublisher events;

    CallerJoinPage(
            Screens screens,
            DeskAccess access,
            Joining joining,
            Patients patients,
            Communes communes,
            ListBoards boards,
            ApplicationEventPublisher events) {
        this.screens = screens;
        this.access = access;
        this.joining = joining;
        this.patients = patients;
        this.communes = communes;
        this.boards = boards;
        this.events = events;
    }

    /** What was typed about where she lives and what she says of herself. */
    public record Form(
            @Nullable UUID patient,
            @Nullable String place,
            @Nullable String commune,
            @Nullable String who,
            @Nullable List<String> said) {

        public boolean says(String code) {
            return said != null && said.contains(code);
        }

        String onBehalf() {
            return "child".equals(who) ? "child" : "relative".equals(who) ? "relative" : "self";
        }

        Set<Priority> classes() {
            Set<Priority> all = EnumSet.noneOf(Priority.class);
            if (said != null) {
                said.forEach(code -> Priority.find(code).ifPresent(all::add));
            }
            return all;
        }
    }

    /** @param chosen the caller, once she is found */
    public record View(
            Site site,
            String typed,
            List<PatientCard> found,
            @Nullable PatientCard chosen,
            Form form,
            @Nullable String refusalKey) {

        public String base() {
            return "/secretary/sites/" + site.id() + "/registrations";
        }
    }

    @GetMapping("/secretary/sites/{siteId}/registrations/new")
    @Transactional
    public ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @ModelAttribute Form form,
            @RequestParam(defaultValue = "") String q) {
        return access.site(siteId)
                .map(site -> page(request, 200, new View(site, q, found(site, q), chosen(form), form, null)))
                .orElseGet(() -> screens.show(request, RegistrationListPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/new")
    ResponseEntity<byte[]> join(HttpServletRequest request, @PathVariable UUID siteId, @ModelAttribute Form form) {
        Optional<Site> site = access.site(siteId);
        Optional<Patient> patient = Optional.ofNullable(form.patient()).flatMap(access::patient);
        if (site.isEmpty() || patient.isEmpty()) {
            return screens.show(request, RegistrationListPage.ABSENT);
        }
        Optional<Commune> home = home(form);
        if (home.isEmpty()) {
            return refused(request, site.get(), form, "registration.refused.place");
        }
        var wanted = new Wanted(form.onBehalf(), home.get().code(), form.classes(), List.of(siteId));
        return switch (joining.join(patient.get(), wanted)) {
            case Joined.Waits _waits -> RegistrationListPage.see(siteId, "joined");
            case Joined.AwaitingCode _code -> RegistrationListPage.see(siteId, "joined");
            case Joined.Nowhere _none -> refused(request, site.get(), form, "registration.refused.reach");
        };
    }

    private Optional<Commune> home(Form form) {
        String code = form.commune();
        String place = form.place();
        Optional<Commune> coded = code == null || code.isBlank() ? Optional.empty() : communes.find(code);
        return coded.isPresent() || place == null || place.isBlank() || place.length() > 100
                ? coded
                : communes.search(place, 1).stream().findFirst();
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, Site site, Form form, String key) {
        return page(request, 422, new View(site, "", List.of(), chosen(form), form, key));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, int status, View view) {
        return screens.show(request, HttpStatusCode.valueOf(status), "desk/secretary/registration/caller.jte", view);
    }

    private @Nullable PatientCard chosen(Form form) {
        return Optional.ofNullable(form.patient())
                .flatMap(access::patient)
                .map(one -> PatientCard.of(one, boards.today()))
                .orElse(null);
    }

    private List<PatientCard> found(Site site, String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        List<Patient> found = patients.search(access.organizations(), PatientQuery.parse(typed), FOUND);
        if (!found.isEmpty()) {
            events.publishEvent(Trace.of(
                            "search", "patient", found.stream().map(Patient::id).toList())
                    .because("registration")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        return found.stream().map(one -> PatientCard.of(one, boards.today())).toList();
    }
}
