package fr.quartdheure.desk.secretary;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import fr.quartdheure.waitlist.Offer;
import fr.quartdheure.waitlist.Offers;
import fr.quartdheure.waitlist.Waitlist;
import fr.quartdheure.waitlist.Wish;
import fr.quartdheure.waitlist.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** {@code /secretary/sites/{siteId}/waitlist}: who would come earlier, in the order in which they are asked. */
@Controller
public class WaitlistPage {

    private static final int NOTICE = 180;

    private final Screens screens;
    private final DeskAccess access;
    private final Waitlist waitlist;
    private final Wishes wishes;
    private final Offers offers;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Services services;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitlistPage(
            Screens screens,
            DeskAccess access,
            Waitlist waitlist,
            Wishes wishes,
            Offers offers,
            Patients patients,
            Practitioners practitioners,
            Services services,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.waitlist = waitlist;
        this.wishes = wishes;
        this.offers = offers;
        this.patients = patients;
        this.practitioners = practitioners;
        this.services = services;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/secretary/sites/{siteId}/waitlist")
    ResponseEntity<byte[]> show(
            HttpServletRequest request, @PathVariable UUID siteId, @RequestParam(defaultValue = "") String said) {
        return access.site(siteId)
                .map(site -> screens.show(request, "desk/secretary/waitlist.jte", view(site, said)))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    @PostMapping("/secretary/appointments/{id}/wait")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String who) {
        return access.appointment(id)
                .map(appointment -> see(
                        appointment.siteId(),
                        switch (waitlist.ask(id, who.equals("same"), NOTICE)) {
                            case WAITING -> "waiting";
                            case NOT_BOOKED -> "unbooked";
                            case NO_CONTACT -> "untold";
                        }))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    @PostMapping("/secretary/appointments/{id}/wait/end")
    ResponseEntity<byte[]> withdraw(HttpServletRequest request, @PathVariable UUID id) {
        return access.appointment(id)
                .map(appointment -> see(appointment.siteId(), waitlist.withdraw(id) ? "left" : "unbooked"))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    private static ResponseEntity<byte[]> see(UUID siteId, String said) {
        return DayBoardPage.see("/secretary/sites/" + siteId + "/waitlist?said=" + said);
    }

    private View view(Site site, String said) {
        List<Wish> waiting = wishes.listOfSite(site.id(), clock.instant());
        var people = patients.listByIds(waiting.stream().map(Wish::patientId).toList());
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", List.copyOf(people.keySet()))
                    .because("waitlist")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
        return new View(
                site,
                waiting.stream().map(wish -> row(wish, people)).toList(),
                said.matches("waiting|left|unbooked|untold") ? said : null);
    }

    private Row row(Wish wish, Map<UUID, Patient> people) {
        Patient patient = people.get(wish.patientId());
        UUID only = wish.practitionerId();
        return new Row(
                wish,
                patient == null ? "" : patient.displayName(),
                services.find(wish.service()),
                only == null ? Optional.empty() : practitioners.find(only).map(Practitioner::displayName),
                offers.findOpen(wish.id()).map(Offer::expiresAt));
    }

    /**
     * Somebody who waits.
     *
     * @param only whom she wants to see, when nobody else will do
     * @param askedUntil until when she may answer an offer
     */
    public record Row(
            Wish wish, String patient, Optional<Service> service, Optional<String> only, Optional<Instant> askedUntil) {

        public String appointment() {
            return "/secretary/appointments/" + wish.appointmentId() + "?at=" + wish.siteId() + "&day="
                    + Paris.dayOf(wish.earlierThan());
        }
    }

    /** @param said what has just happened */
    public record View(Site site, List<Row> rows, @Nullable String said) {

        public boolean warns() {
            return "unbooked".equals(said) || "untold".equals(said);
        }
    }
}
