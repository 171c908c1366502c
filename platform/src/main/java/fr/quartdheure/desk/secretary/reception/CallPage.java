package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.reception.CallDraft;
import fr.quartdheure.reception.CallDrafts;
import fr.quartdheure.reception.CallLog;
import fr.quartdheure.reception.RedFlagList;
import fr.quartdheure.reception.RedFlags;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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

/** {@code /secretary/calls/new}: a call noted while somebody speaks. What is typed is kept from the first key on. */
@Controller
public class CallPage {

    private static final String PAGE = "desk/secretary/reception/call.jte";
    private static final Duration LONGEST_AGO = Duration.ofHours(12);
    private static final int QUARTER = 15;

    private final Screens screens;
    private final ReceptionDesk desk;
    private final CallSheets sheets;
    private final CallDrafts drafts;
    private final CallLog log;
    private final RedFlags redFlags;
    private final Clock clock;

    CallPage(
            Screens screens,
            ReceptionDesk desk,
            CallSheets sheets,
            CallDrafts drafts,
            CallLog log,
            RedFlags redFlags,
            Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.sheets = sheets;
        this.drafts = drafts;
        this.log = log;
        this.redFlags = redFlags;
        this.clock = clock;
    }

    @GetMapping("/secretary/calls/new")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(required = false) @Nullable UUID call,
            @RequestParam(required = false) @Nullable Long started,
            @RequestParam(defaultValue = "") String patient) {
        UUID id = call == null ? UUID.randomUUID() : call;
        Optional<CallDraft> draft = drafts.find(id, desk.clerk());
        String at = site.isBlank() ? draft.map(one -> one.siteId().toString()).orElse("") : site;
        return desk.atOne(request, at)
                .map(standing -> {
                    CallForm typed =
                            draft.map(one -> CallForm.decoded(one.fields())).orElseGet(this::fresh);
                    CallForm form = patient.isEmpty() ? typed : typed.with("patient", patient);
                    Instant since = draft.map(CallDraft::startedAt).orElseGet(() -> startedAt(started));
                    return screens.show(
                            request,
                            PAGE,
                            sheets.draw(standing, id, since, form, redFlags.latest(), draft.isPresent()));
                })
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    /** At each key; answers with the banner when it appears or goes, and else with nothing. */
    @PostMapping("/secretary/calls/{id}/draft")
    ResponseEntity<byte[]> keep(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        Optional<Standing> at = desk.atOne(request, sent.get("site"));
        if (at.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        RedFlagList flags = redFlags.latest();
        CallForm form = CallForm.of(sent);
        boolean was = drafts.find(id, desk.clerk())
                .map(one -> CallForm.decoded(one.fields()).alarms(flags))
                .orElse(false);
        boolean is = form.alarms(flags);
        keep(at.get(), id, form, is, sent.get("started"));
        return was == is
                ? ResponseEntity.noContent().build()
                : screens.show(request, "desk/secretary/reception/alarm.jte", new Alarm(at.get(), is));
    }

    @PostMapping("/secretary/calls/{id}")
    ResponseEntity<byte[]> save(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam Map<String, String> sent) {
        Optional<Standing> at = desk.atOne(request, sent.get("site"));
        if (at.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        RedFlagList flags = redFlags.latest();
        CallForm form = CallForm.of(sent);
        boolean alarms = form.alarms(flags);
        boolean seen = drafts.find(id, desk.clerk()).map(CallDraft::alarmed).orElse(false);
        CallDraft draft = keep(at.get(), id, form, alarms, sent.get("started"));
        var reading = new CallReading(
                id,
                draft.siteId(),
                form,
                sheets.chosen(form).orElse(null),
                alarms,
                draft.startedAt(),
                clock.instant(),
                desk.clerk());
        Map<String, String> refusals = reading.refusals();
        if (!refusals.isEmpty() || (alarms && !seen)) {
            var sheet = sheets.draw(at.get(), id, draft.startedAt(), form.refused(refusals), flags, false);
            return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, PAGE, sheet);
        }
        return saved(at.get(), reading);
    }

    @PostMapping("/secretary/calls/{id}/undo")
    ResponseEntity<byte[]> undo(HttpServletRequest request, @PathVariable UUID id, @ModelAttribute Asked asked) {
        return desk.at(request, asked.site())
                .map(at -> log.takeBack(id, desk.clerk())
                        ? "/secretary/calls/new?call=" + id
                        : "/secretary/calls?site=" + at.key() + "&said=unchanged")
                .map(ReceptionDesk::see)
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    @PostMapping("/secretary/calls/{id}/drop")
    ResponseEntity<byte[]> drop(HttpServletRequest request, @PathVariable UUID id, @ModelAttribute Asked asked) {
        drafts.drop(id, desk.clerk());
        return desk.at(request, asked.site())
                .map(at -> ReceptionDesk.see("/secretary/calls?site=" + at.key() + "&said=dropped"))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    private ResponseEntity<byte[]> saved(Standing at, CallReading reading) {
        boolean first = log.save(reading.call(), reading.callBack());
        String said = first ? "saved" : "unchanged";
        return ReceptionDesk.see("/secretary/calls?site=" + at.one().id() + "&day=" + Paris.dayOf(reading.startedAt())
                + "&said=" + said + "&about=" + reading.id());
    }

    private CallDraft keep(Standing at, UUID id, CallForm form, boolean alarms, @Nullable String started) {
        Instant since = drafts.find(id, desk.clerk())
                .map(CallDraft::startedAt)
                .orElseGet(() ->
                        startedAt(started != null && started.matches("\\d{1,18}") ? Long.valueOf(started) : null));
        var draft = new CallDraft(id, at.one().id(), form.encoded(), alarms, since);
        drafts.put(draft, desk.clerk());
        return draft;
    }

    /** When the page was opened, as the page says; never later than now, and never long ago. */
    private Instant startedAt(@Nullable Long millis) {
        Instant now = clock.instant();
        if (millis == null) {
            return now;
        }
        Instant said = Instant.ofEpochMilli(millis);
        return said.isAfter(now) || said.isBefore(now.minus(LONGEST_AGO)) ? now : said;
    }

    /** Somebody calls for herself; whoever is to be called back is within two hours. */
    private CallForm fresh() {
        ZonedDateTime due = clock.instant().atZone(Paris.ZONE).plusHours(2).truncatedTo(ChronoUnit.HOURS);
        LocalTime hour = due.toLocalTime().plusMinutes(QUARTER * 2L);
        return CallForm.of(
                Map.of("caller", "self", "dueDay", due.toLocalDate().toString(), "dueHour", hour.toString()));
    }

    record Asked(@Nullable String site) {}

    /** The banner alone. */
    public record Alarm(Standing at, boolean on) {}
}
