package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Service;
import fr.quartdheure.roster.AgendaState;
import fr.quartdheure.roster.Agendas;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms in which a change of an agenda is written down. */
@Controller
public class RuleFormPage {

    private final Screens screens;
    private final RulesAccess access;
    private final Agendas agendas;
    private final RuleChoices choices;
    private final RuleReading reading;
    private final Clock clock;

    RuleFormPage(
            Screens screens,
            RulesAccess access,
            Agendas agendas,
            RuleChoices choices,
            RuleReading reading,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.agendas = agendas;
        this.choices = choices;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * A form as it is shown.
     *
     * @param old the rule that is changed, or null
     */
    public record View(
            RulesErrand errand,
            LocalDate today,
            RuleForm form,
            @Nullable AvailabilityRule old,
            List<RuleChoices.Where> places,
            List<Service> services,
            List<Organization> cpts,
            Map<String, String> refusals) {

        public @Nullable String refusal(String field) {
            return refusals.get(field);
        }
    }

    @GetMapping({"/practitioner/rules/new", "/secretary/rules/{practitioner}/new"})
    ResponseEntity<byte[]> fresh(
            HttpServletRequest request, @PathVariable(required = false) @Nullable UUID practitioner) {
        return access.practitioner(practitioner)
                .map(errand -> screens.show(
                        request,
                        "desk/practitioner/rules/form.jte",
                        view(errand, fresh(request, errand), null, Map.of())))
                .orElseGet(() -> screens.show(request, RulesPage.ABSENT));
    }

    private RuleForm fresh(HttpServletRequest request, RulesErrand errand) {
        RuleForm form = RuleForm.fresh(today());
        AgendaState state = agendas.read(errand.subject());
        state.ofPractitioner(errand.subject().id()).stream()
                .filter(rule -> errand.mayChangeAt(rule.siteId()))
                .findFirst()
                .ifPresent(rule -> {
                    RuleForm like = RuleForm.of(rule, today());
                    form.put("place", like.value("place"))
                            .put("service", like.value("service"))
                            .put("minutes", like.value("minutes"));
                });
        for (String name : List.of("weekday", "starts", "ends", "on")) {
            String given = request.getParameter(name);
            if (given != null) {
                form.put(name, given);
            }
        }
        return form;
    }

    @GetMapping({"/practitioner/rules/change", "/secretary/rules/{practitioner}/change"})
    ResponseEntity<byte[]> change(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable UUID practitioner,
            @RequestParam String rule,
            @RequestParam(required = false) @Nullable LocalDate on) {
        Optional<RulesErrand> errand = access.practitioner(practitioner);
        Optional<AvailabilityRule> old =
                errand.flatMap(one -> RuleReading.find(agendas.read(one.subject()), one, rule));
        if (errand.isEmpty() || old.isEmpty()) {
            return screens.show(request, RulesPage.ABSENT);
        }
        LocalDate day = on == null || on.isBefore(today()) ? next(old.get()) : on;
        return screens.show(
                request,
                "desk/practitioner/rules/form.jte",
                view(errand.get(), RuleForm.of(old.get(), day), old.get(), Map.of()));
    }

    /** The next day on which it runs. */
    private LocalDate next(AvailabilityRule rule) {
        LocalDate today = today();
        return today.datesUntil(today.plusWeeks(8))
                .filter(rule.recurrence()::runsOn)
                .findFirst()
                .orElse(today);
    }

    @GetMapping({"/practitioner/rules/away", "/secretary/rules/{practitioner}/away"})
    ResponseEntity<byte[]> away(
            HttpServletRequest request, @PathVariable(required = false) @Nullable UUID practitioner) {
        return access.practitioner(practitioner)
                .map(errand -> screens.show(
                        request,
                        "desk/practitioner/rules/away.jte",
                        view(errand, RuleForm.fresh(today()).put("first", today().toString()), null, Map.of())))
                .orElseGet(() -> screens.show(request, RulesPage.ABSENT));
    }

    /** The form again, with what was refused. */
    ResponseEntity<byte[]> again(
            HttpServletRequest request,
            RulesErrand errand,
            RuleForm form,
            @Nullable AvailabilityRule old,
            Map<String, String> refusals) {
        String template = errand.subject().site() ? "close" : "away".equals(form.value("act")) ? "away" : "form";
        return screens.show(request, "desk/practitioner/rules/" + template + ".jte", view(errand, form, old, refusals));
    }

    private View view(RulesErrand errand, RuleForm form, @Nullable AvailabilityRule old, Map<String, String> refusals) {
        boolean site = errand.subject().site();
        return new View(
                errand,
                today(),
                form,
                old,
                site ? List.of() : choices.places(errand),
                site ? List.of() : reading.servicesOf(errand, agendas.read(errand.subject())),
                site ? List.of() : choices.cpts(errand),
                refusals);
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }
}
