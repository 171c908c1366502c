package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.PatientForm;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.reception.AttemptResult;
import fr.quartdheure.reception.CallBack;
import fr.quartdheure.reception.CallBacks;
import fr.quartdheure.reception.CallReason;
import fr.quartdheure.reception.CallingBack;
import fr.quartdheure.reception.Taking;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/call-backs}: who is to be called back, who has taken it on, and what came of it. */
@Controller
class CallBackPage {

    private static final String PAGE = "desk/secretary/reception/callbacks.jte";

    private final Screens screens;
    private final ReceptionDesk desk;
    private final CallBackLists lists;
    private final DeskAccess access;
    private final CallBacks callBacks;
    private final CallingBack callingBack;
    private final Clock clock;

    CallBackPage(
            Screens screens,
            ReceptionDesk desk,
            CallBackLists lists,
            DeskAccess access,
            CallBacks callBacks,
            CallingBack callingBack,
            Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.lists = lists;
        this.access = access;
        this.callBacks = callBacks;
        this.callingBack = callingBack;
        this.clock = clock;
    }

    @GetMapping("/secretary/call-backs")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(required = false) @Nullable UUID about,
            @RequestParam(defaultValue = "") String part) {
        return desk.at(request, site)
                .map(at -> screens.show(
                        request,
                        part.equals("board") ? "desk/secretary/reception/callbackpart.jte" : PAGE,
                        lists.draw(at, said, about, CallForm.of(Map.of()))))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    @PostMapping("/secretary/call-backs")
    ResponseEntity<byte[]> add(HttpServletRequest request, @RequestParam Map<String, String> sent) {
        Optional<Standing> at = desk.atOne(request, sent.get("site"));
        if (at.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        CallForm form = CallForm.of(sent);
        Map<String, String> refusals = refusals(form);
        if (!refusals.isEmpty()) {
            var list = lists.draw(at.get(), "", null, form.refused(refusals));
            return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, PAGE, list);
        }
        callingBack.add(wanted(at.get(), form));
        return ReceptionDesk.see("/secretary/call-backs?site=" + at.get().key() + "&said=added");
    }

    @PostMapping("/secretary/call-backs/{id}/take")
    ResponseEntity<byte[]> take(HttpServletRequest request, @PathVariable UUID id, @RequestParam String site) {
        return act(request, id, site, one -> said(callingBack.take(id, desk.clerk()), "taken"));
    }

    @PostMapping("/secretary/call-backs/{id}/give-back")
    ResponseEntity<byte[]> giveBack(HttpServletRequest request, @PathVariable UUID id, @RequestParam String site) {
        return act(request, id, site, one -> callingBack.giveBack(id) ? "given-back" : "over");
    }

    @PostMapping("/secretary/call-backs/{id}/attempt")
    ResponseEntity<byte[]> attempt(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam String site,
            @RequestParam(defaultValue = "") String result) {
        Optional<AttemptResult> known = AttemptResult.find(result);
        return act(
                request,
                id,
                site,
                one -> known.map(came -> said(
                                callingBack.attempt(id, came, desk.clerk()),
                                came == AttemptResult.REACHED ? "done" : "noted"))
                        .orElse("over"));
    }

    @PostMapping("/secretary/call-backs/{id}/give-up")
    ResponseEntity<byte[]> giveUp(HttpServletRequest request, @PathVariable UUID id, @RequestParam String site) {
        return act(request, id, site, one -> said(callingBack.giveUp(id, desk.clerk()), "given-up"));
    }

    @PostMapping("/secretary/call-backs/{id}/undo")
    ResponseEntity<byte[]> undo(HttpServletRequest request, @PathVariable UUID id, @RequestParam String site) {
        return act(request, id, site, one -> callingBack.undo(id) ? "undone" : "over");
    }

    /** On one of her sites, and back to the list she came from. */
    private ResponseEntity<byte[]> act(
            HttpServletRequest request, UUID id, String site, Function<CallBack, String> what) {
        Optional<Standing> at = desk.at(request, site);
        return callBacks
                .find(id)
                .filter(one -> access.site(one.siteId()).isPresent())
                .filter(one -> at.isPresent())
                .map(what)
                .map(said -> ReceptionDesk.see(
                        "/secretary/call-backs?site=" + at.orElseThrow().key() + "&said=" + said + "&about=" + id))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    private static String said(Taking outcome, String done) {
        return switch (outcome) {
            case Taking.Taken _hers -> done;
            case Taking.TakenBy _other -> "taken-by";
            case Taking.Over _over -> "over";
        };
    }

    private Map<String, String> refusals(CallForm form) {
        Map<String, String> refusals = new LinkedHashMap<>();
        if (PatientForm.phoneOf(form.value("phone")).isEmpty()) {
            refusals.put("phone", "reception.call.refused.phone");
        }
        if (CallReason.find(form.value("reason")).isEmpty()) {
            refusals.put("reason", "reception.call.refused.reason");
        }
        if (due(form).filter(clock.instant()::isBefore).isEmpty()) {
            refusals.put("due", "reception.call.refused.due");
        }
        return refusals;
    }

    private CallBack wanted(Standing at, CallForm form) {
        String who = form.value("who");
        return new CallBack(
                UUID.randomUUID(),
                at.one().id(),
                null,
                who.isEmpty() ? null : who.substring(0, Math.min(120, who.length())),
                PatientForm.phoneOf(form.value("phone")).orElseThrow(),
                null,
                CallReason.of(form.value("reason")),
                null,
                due(form).orElseThrow(),
                clock.instant(),
                desk.clerk().name(),
                null,
                null,
                List.of());
    }

    private static Optional<Instant> due(CallForm form) {
        try {
            return Optional.of(LocalDate.parse(form.value("dueDay"))
                    .atTime(LocalTime.parse(form.value("dueHour")))
                    .atZone(Paris.ZONE)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
