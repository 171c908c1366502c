package fr.quartdheure.desk.practitioner;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Role;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.Following;
import fr.quartdheure.visit.StopState;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A professional on her round, with a phone in her hand: one large next stop, one large next step. */
@Controller
class OwnRoundPage {

    private final Screens screens;
    private final OwnRounds rounds;
    private final Following following;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnRoundPage(
            Screens screens, OwnRounds rounds, Following following, ApplicationEventPublisher events, Clock clock) {
        this.screens = screens;
        this.rounds = rounds;
        this.following = following;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/practitioner/round")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String said) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return screens.show(request, Problem.of(404, "desk.own.unlinked"));
        }
        LocalDate today = Paris.dayOf(clock.instant());
        OwnRound own = rounds.of(me, day == null ? today : day, today, "unchanged".equals(said));
        List<UUID> people = own.calls().stream()
                .flatMap(call -> call.request().patientIds().stream())
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            events.publishEvent(
                    Trace.of("read", "patient", people).because("own-round").as(Role.PRACTITIONER.code(), null));
        }
        return screens.show(
                request, "desk/practitioner/" + ("board".equals(part) ? "roundlist.jte" : "round.jte"), own);
    }

    @PostMapping("/practitioner/round/stops/{id}/step")
    ResponseEntity<byte[]> step(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable String reason) {
        UUID me = CurrentAccount.get().practitionerId();
        boolean done = me != null
                && rounds.isToday(me, id)
                && StopState.find(to)
                        .filter(state -> following.step(me, id, state, state == StopState.NOT_DONE ? reason : null))
                        .isPresent();
        return back(done);
    }

    @PostMapping("/practitioner/round/{id}/undo")
    ResponseEntity<byte[]> undo(HttpServletRequest request, @PathVariable UUID id) {
        UUID me = CurrentAccount.get().practitionerId();
        return back(me != null && following.undo(me, id));
    }

    @PostMapping("/practitioner/round/stops/{id}/see")
    ResponseEntity<byte[]> see(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam UUID patient, @RequestParam boolean seen) {
        UUID me = CurrentAccount.get().practitionerId();
        return back(me != null && following.see(me, id, patient, seen));
    }

    private static ResponseEntity<byte[]> back(boolean done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/practitioner/round" + (done ? "" : "?said=unchanged")))
                .build();
    }
}
