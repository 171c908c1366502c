package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.reception.CallLogView.Row;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.reception.Call;
import fr.quartdheure.reception.CallOutcome;
import fr.quartdheure.reception.CallReason;
import fr.quartdheure.reception.Calls;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /secretary/calls}: the calls of a day, counted, filtered, printed, and as a file. */
@Controller
class CallLogPage {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Screens screens;
    private final ReceptionDesk desk;
    private final Menus menus;
    private final Calls calls;
    private final People people;
    private final Clock clock;

    CallLogPage(Screens screens, ReceptionDesk desk, Menus menus, Calls calls, People people, Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.menus = menus;
        this.calls = calls;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/secretary/calls")
    ResponseEntity<byte[]> show(HttpServletRequest request, @ModelAttribute Asked asked) {
        return desk.at(request, asked.site())
                .map(at -> screens.show(request, "desk/secretary/reception/calls.jte", view(at, asked)))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    @GetMapping("/secretary/calls.csv")
    ResponseEntity<byte[]> file(HttpServletRequest request, @ModelAttribute Asked asked) {
        Optional<Standing> at = desk.at(request, asked.site());
        if (at.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        LocalDate day = day(asked);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("calls-" + day + ".csv")
                                .build()
                                .toString())
                .body(CallsCsv.write(rows(at.get(), day)).getBytes(StandardCharsets.UTF_8));
    }

    private CallLogView view(Standing at, Asked asked) {
        LocalDate day = day(asked);
        String said = asked.said() == null ? "" : asked.said();
        return new CallLogView(
                menus.of(at, "calls"),
                day,
                Paris.dayOf(clock.instant()),
                rows(at, day),
                CallReason.find(String.valueOf(asked.reason()))
                        .map(CallReason::code)
                        .orElse(""),
                CallOutcome.find(String.valueOf(asked.outcome()))
                        .map(CallOutcome::code)
                        .orElse(""),
                said.matches("saved|unchanged|dropped") ? said : null,
                asked.about());
    }

    private List<Row> rows(Standing at, LocalDate day) {
        List<Call> found = calls.list(at.ids(), Paris.startOf(day), Paris.startOf(day.plusDays(1)));
        Map<UUID, PatientCard> cards = people.cards(found.stream().map(Call::patientId));
        Map<UUID, String> sites = at.served().stream().collect(Collectors.toMap(Site::id, Site::name));
        desk.trace(at.one(), cards.keySet(), "call-log");
        return found.stream()
                .map(call -> new Row(
                        call,
                        name(call, cards),
                        People.phoneShown(call.phone()),
                        Objects.requireNonNullElse(sites.get(call.siteId()), "")))
                .toList();
    }

    private static String name(Call call, Map<UUID, PatientCard> cards) {
        PatientCard card = cards.get(call.patientId());
        return card == null ? Objects.requireNonNullElse(call.who(), "") : card.name();
    }

    private LocalDate day(Asked asked) {
        LocalDate day = asked.day();
        return day == null ? Paris.dayOf(clock.instant()) : day;
    }

    record Asked(
            @Nullable String site,
            @Nullable LocalDate day,
            @Nullable String reason,
            @Nullable String outcome,
            @Nullable String said,
            @Nullable UUID about) {}
}
