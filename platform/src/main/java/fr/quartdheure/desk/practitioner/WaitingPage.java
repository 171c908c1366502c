package fr.quartdheure.desk.practitioner;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Role;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.waitlist.Waitlist;
import fr.quartdheure.waitlist.Wish;
import fr.quartdheure.waitlist.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /practitioner/waiting}: her patients who would come earlier; how urgent it is, she alone says. */
@Controller
public class WaitingPage {

    private final Screens screens;
    private final Waitlist waitlist;
    private final Wishes wishes;
    private final Appointments appointments;
    private final Practitioners practitioners;
    private final Patients patients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitingPage(
            Screens screens,
            Waitlist waitlist,
            Wishes wishes,
            Appointments appointments,
            Practitioners practitioners,
            Patients patients,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.waitlist = waitlist;
        this.wishes = wishes;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.patients = patients;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/practitioner/waiting")
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return screens.show(request, Problem.of(404, "desk.own.unlinked"));
        }
        List<Wish> mine = mine(me);
        var people = patients.listByIds(mine.stream().map(Wish::patientId).toList());
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", List.copyOf(people.keySet()))
                    .because("waitlist")
                    .as(Role.PRACTITIONER.code(), null));
        }
        return screens.show(
                request,
                "desk/practitioner/waiting.jte",
                new View(mine.stream()
                        .map(wish -> new Row(
                                wish,
                                Optional.ofNullable(people.get(wish.patientId()))
                                        .map(Patient::displayName)
                                        .orElse("")))
                        .toList()));
    }

    @PostMapping("/practitioner/waiting/{id}")
    ResponseEntity<byte[]> setUrgency(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "0") int urgency) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null || mine(me).stream().noneMatch(wish -> wish.id().equals(id))) {
            return screens.show(request, Problem.of(404, "problem.absent"));
        }
        waitlist.setUrgency(id, Math.clamp(urgency, 0, Wish.MOST_URGENT));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/practitioner/waiting"))
                .build();
    }

    /** Those whose appointment is with her, wherever she works. */
    private List<Wish> mine(UUID me) {
        return practitioners.rolesOf(me).stream()
                .map(PractitionerRole::siteId)
                .distinct()
                .flatMap(site -> wishes.listOfSite(site, clock.instant()).stream())
                .filter(wish -> appointments
                        .find(wish.appointmentId())
                        .map(Appointment::practitionerId)
                        .filter(me::equals)
                        .isPresent())
                .toList();
    }

    /** Somebody who waits. */
    public record Row(Wish wish, String patient) {}

    /** In the order in which they are asked. */
    public record View(List<Row> rows) {}
}
