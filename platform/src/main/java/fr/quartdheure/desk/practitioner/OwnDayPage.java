package fr.quartdheure.desk.practitioner;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Role;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.ui.AgendaSignals;
import fr.quartdheure.desk.ui.LivePages;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A practitioner's own day; one key brings the next patient in, the same key lets her go. */
@Controller
class OwnDayPage {

    private final Screens screens;
    private final OwnDays days;
    private final Appointments appointments;
    private final Practitioners practitioners;
    private final FrontDesk frontDesk;
    private final LivePages livePages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnDayPage(
            Screens screens,
            OwnDays days,
            Appointments appointments,
            Practitioners practitioners,
            FrontDesk frontDesk,
            LivePages livePages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.days = days;
        this.appointments = appointments;
        this.practitioners = practitioners;
        this.frontDesk = frontDesk;
        this.livePages = livePages;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/practitioner")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String part) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return screens.show(request, Problem.of(404, "desk.own.unlinked"));
        }
        LocalDate today = Paris.dayOf(clock.instant());
        OwnDay own = days.of(me, day == null ? today : day, today);
        if (!own.patientIds().isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", own.patientIds())
                    .because("own-day")
                    .as(Role.PRACTITIONER.code(), null));
        }
        return screens.show(request, "desk/practitioner/" + ("board".equals(part) ? "ownlist.jte" : "ownday.jte"), own);
    }

    @PostMapping("/practitioner/appointments/{id}/advance")
    ResponseEntity<byte[]> advance(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable LocalDate day) {
        UUID me = CurrentAccount.get().practitionerId();
        Optional<Appointment> own =
                appointments.find(id).filter(one -> one.practitionerId().equals(me));
        if (own.isEmpty()) {
            return screens.show(request, Problem.of(404, "problem.absent"));
        }
        // A step that somebody else already made is no error: the day is shown as it is now.
        own.get().status().next().stream()
                .filter(next -> next.code().equals(to))
                .forEach(next -> frontDesk.advance(id, next));
        LocalDate shown = day == null ? Paris.dayOf(own.get().start()) : day;
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/practitioner?day=" + shown))
                .build();
    }

    @GetMapping(path = "/practitioner/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes() {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return ResponseEntity.notFound().build();
        }
        var sites = practitioners.rolesOf(me).stream()
                .map(PractitionerRole::siteId)
                .distinct()
                .toList();
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(livePages.open(AgendaSignals.CHANNEL, sites));
    }
}
