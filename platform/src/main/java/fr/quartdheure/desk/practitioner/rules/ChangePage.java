package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.desk.practitioner.rules.ChangeReading.Read;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.roster.AgendaChange;
import fr.quartdheure.roster.AgendaState;
import fr.quartdheure.roster.Agendas;
import fr.quartdheure.roster.Proposal;
import fr.quartdheure.roster.RuleEditing;
import fr.quartdheure.roster.RuleEditing.Decision;
import fr.quartdheure.roster.Saving;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A change of an agenda: what it would do, then only that it is done. */
@Controller
class ChangePage {

    private static final String MOVE = "move-";

    private final Screens screens;
    private final RulesAccess access;
    private final Agendas agendas;
    private final ChangeReading reading;
    private final ChangeViews views;
    private final RuleFormPage forms;
    private final RuleEditing editing;
    private final Appointments appointments;

    ChangePage(
            Screens screens,
            RulesAccess access,
            Agendas agendas,
            ChangeReading reading,
            ChangeViews views,
            RuleFormPage forms,
            RuleEditing editing,
            Appointments appointments) {
        this.screens = screens;
        this.access = access;
        this.agendas = agendas;
        this.reading = reading;
        this.views = views;
        this.forms = forms;
        this.editing = editing;
        this.appointments = appointments;
    }

    @GetMapping({
        "/practitioner/rules/preview",
        "/secretary/rules/{practitioner}/preview",
        "/secretary/closures/{site}/preview"
    })
    ResponseEntity<byte[]> look(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable UUID practitioner,
            @PathVariable(required = false) @Nullable UUID site) {
        return RulesPage.errand(access, practitioner, site)
                .map(errand -> look(request, errand, false))
                .orElseGet(() -> screens.show(request, RulesPage.ABSENT));
    }

    private ResponseEntity<byte[]> look(HttpServletRequest request, RulesErrand errand, boolean stale) {
        RuleForm form = RuleForm.of(request.getParameterMap());
        AgendaState state = agendas.read(errand.subject());
        Optional<Read> read = reading.read(form, errand, state);
        if (read.isEmpty()) {
            return screens.show(request, RulesPage.ABSENT);
        }
        AgendaChange change = read.get().change();
        if (change == null) {
            return forms.again(
                    request,
                    errand,
                    form,
                    RuleReading.find(state, errand, form.value("rule")).orElse(null),
                    read.get().refusals());
        }
        return screens.show(
                request,
                "desk/practitioner/rules/preview.jte",
                views.of(errand, form, read.get().kind(), change, stale, RequestLocale.of(request)));
    }

    @PostMapping({"/practitioner/rules/save", "/secretary/rules/{practitioner}/save", "/secretary/closures/{site}/save"
    })
    ResponseEntity<byte[]> save(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable UUID practitioner,
            @PathVariable(required = false) @Nullable UUID site,
            @RequestParam int edition) {
        Optional<RulesErrand> errand = RulesPage.errand(access, practitioner, site);
        if (errand.isEmpty()) {
            return screens.show(request, RulesPage.ABSENT);
        }
        RuleForm form = RuleForm.of(request.getParameterMap());
        Optional<Read> read =
                reading.read(form, errand.get(), agendas.read(errand.get().subject()));
        AgendaChange change = read.map(Read::change).orElse(null);
        if (read.isEmpty() || change == null) {
            return look(request, errand.get(), true);
        }
        var decision = new Decision(read.get().kind(), change, edition, moves(request, errand.get()));
        return switch (editing.save(errand.get().subject(), decision)) {
            case Saving.Saved saved ->
                see(errand.get().base() + "?done=" + saved.change().id());
            case Saving.Stale _stale -> look(request, errand.get(), true);
            case Saving.Refused _refused -> look(request, errand.get(), false);
        };
    }

    /** Only appointments at sites where the reader may change the agenda. */
    private Map<UUID, Proposal.Wanted> moves(HttpServletRequest request, RulesErrand errand) {
        var moves = new HashMap<UUID, Proposal.Wanted>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(MOVE)) {
                Typed.id(name.substring(MOVE.length()))
                        .flatMap(appointments::find)
                        .filter(one -> errand.mayChangeAt(one.siteId()))
                        .map(Appointment::id)
                        .ifPresent(id -> Proposal.read(values[0]).ifPresent(wanted -> moves.put(id, wanted)));
            }
        });
        return moves;
    }

    private static ResponseEntity<byte[]> see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
