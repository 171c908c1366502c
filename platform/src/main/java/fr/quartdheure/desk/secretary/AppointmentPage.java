package fr.quartdheure.desk.secretary;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.client.Clients;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.Cancelling;
import fr.quartdheure.scheduling.Participants;
import fr.quartdheure.time.Paris;
import fr.quartdheure.undo.DeskActs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One appointment: who comes, and what becomes of it. */
@Controller
class AppointmentPage {

    private static final Set<String> REASONS = Set.of("patient", "practitioner", "mistake", "other");

    private final Screens screens;
    private final DeskAccess access;
    private final DeskActs acts;
    private final Participants participants;
    private final Company company;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Services services;
    private final Sites sites;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AppointmentPage(
            Screens screens,
            DeskAccess access,
            DeskActs acts,
            Participants participants,
            Company company,
            Patients patients,
            Practitioners practitioners,
            Services services,
            Sites sites,
            Clients clients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.acts = acts;
        this.participants = participants;
        this.company = company;
        this.patients = patients;
        this.practitioners = practitioners;
        this.services = services;
        this.sites = sites;
        this.clients = clients;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/secretary/appointments/{id}")
    ResponseEntity<byte[]> open(HttpServletRequest request, @PathVariable UUID id, @ModelAttribute Asked asked) {
        return show(request, id, asked, asked.isPanel() ? "appointmentpanel" : "appointment");
    }

    @GetMapping("/secretary/appointments/{id}/cancel")
    ResponseEntity<byte[]> askToCancel(HttpServletRequest request, @PathVariable UUID id, @ModelAttribute Asked asked) {
        return show(request, id, asked, asked.isPanel() ? "cancelpanel" : "cancel");
    }

    @PostMapping("/secretary/appointments/{id}/advance")
    ResponseEntity<byte[]> advance(
            HttpServletRequest request, @PathVariable UUID id, @ModelAttribute Asked asked, @RequestParam String to) {
        Optional<Appointment> found = access.appointment(id);
        if (found.isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        AppointmentStatus was = found.get().status();
        boolean done = was.next().stream()
                .filter(next -> next.code().equals(to))
                .anyMatch(next -> acts.advance(found.get(), next));
        String said = done ? "&said=" + to + "&about=" + id + "&was=" + was.code() : "&said=unchanged";
        return DayBoardPage.see(errand(found.get(), asked).board() + said);
    }

    @PostMapping("/secretary/appointments/{id}/cancel")
    ResponseEntity<byte[]> cancel(
            HttpServletRequest request,
            @PathVariable UUID id,
            @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "other") String reason) {
        Optional<Appointment> found = access.appointment(id);
        if (found.isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        String code = REASONS.contains(reason) ? reason : "other";
        var outcome = acts.cancel(id, code);
        String said = outcome instanceof Cancelling.Cancelled ? "cancelled" : "unchanged";
        return DayBoardPage.see(errand(found.get(), asked).board() + "&said=" + said);
    }

    private ResponseEntity<byte[]> show(HttpServletRequest request, UUID id, Asked asked, String template) {
        return access.appointment(id)
                .map(appointment -> screens.show(
                        request, "desk/secretary/" + template + ".jte", sheet(appointment, errand(appointment, asked))))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    private AppointmentSheet sheet(Appointment appointment, Errand errand) {
        LocalDate today = Paris.dayOf(clock.instant());
        UUID patientId = appointment.patientId();
        PatientCard card = patientId == null
                ? null
                : patients.find(patientId)
                        .map(one -> PatientCard.of(one, today))
                        .orElse(null);
        Site site = sites.find(appointment.siteId()).orElseThrow();
        if (card != null) {
            events.publishEvent(Trace.of("read", "patient", card.id())
                    .because("appointment")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        Reason reason = services.find(appointment.service())
                .flatMap(service -> service.reason(appointment.reason()))
                .orElse(null);
        return new AppointmentSheet(
                errand,
                appointment,
                practitioners
                        .find(appointment.practitionerId())
                        .map(Practitioner::displayName)
                        .orElse(""),
                site.name(),
                reason,
                card,
                company.names(
                        appointment.siteId(),
                        participants.listOf(List.of(appointment.id())).getOrDefault(appointment.id(), List.of())),
                clients.namesByAppointment(List.of(appointment.id())).get(appointment.id()));
    }

    /** Back to the board she came from, or else to that of the appointment. */
    private Errand errand(Appointment appointment, Asked asked) {
        UUID at = asked.at();
        UUID site = at != null && access.site(at).isPresent() ? at : appointment.siteId();
        LocalDate day = asked.day();
        UUID caller = asked.patient();
        boolean known = caller != null && access.patient(caller).isPresent();
        return new Errand(
                site,
                day == null ? Paris.dayOf(appointment.start()) : day,
                known ? caller : null,
                null,
                Boolean.TRUE.equals(asked.all()));
    }

    /** @param at the board to go back to, on that day */
    record Asked(
            @Nullable UUID at,
            @Nullable LocalDate day,
            @Nullable UUID patient,
            @Nullable Boolean all,
            @Nullable String part) {

        boolean isPanel() {
            return "panel".equals(part);
        }
    }
}
