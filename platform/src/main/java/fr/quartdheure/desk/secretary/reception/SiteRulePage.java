package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.reception.SiteRule;
import fr.quartdheure.reception.SiteRule.Absence;
import fr.quartdheure.reception.SiteRules;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/close/rule}: when somebody who does not come counts as absent, and what the site says of it. */
@Controller
public class SiteRulePage {

    private static final String PAGE = "desk/secretary/reception/rule.jte";

    private final Screens screens;
    private final ReceptionDesk desk;
    private final Menus menus;
    private final SiteRules rules;
    private final Clock clock;

    SiteRulePage(Screens screens, ReceptionDesk desk, Menus menus, SiteRules rules, Clock clock) {
        this.screens = screens;
        this.desk = desk;
        this.menus = menus;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/secretary/close/rule")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String said) {
        return desk.atOne(request, site)
                .map(at -> screens.show(
                        request,
                        PAGE,
                        new View(
                                menus.of(at, "close"), typed(rules.of(at.one().id())), Map.of(), said.equals("saved"))))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    @PostMapping("/secretary/close/rule")
    ResponseEntity<byte[]> save(HttpServletRequest request, @RequestParam String site, @ModelAttribute Typed typed) {
        Optional<Standing> at = desk.atOne(request, site);
        if (at.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        Map<String, String> refusals = typed.refusals();
        if (!refusals.isEmpty()) {
            var view = new View(menus.of(at.get(), "close"), typed, refusals, false);
            return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, PAGE, view);
        }
        Absence absence = typed.chosen().orElseThrow();
        rules.put(new SiteRule(
                at.get().one().id(),
                absence,
                absence == Absence.AFTER ? Integer.valueOf(typed.delay()) : null,
                blank(typed.french()),
                blank(typed.english()),
                clock.instant()));
        return ReceptionDesk.see("/secretary/close/rule?site=" + at.get().key() + "&said=saved");
    }

    private static Typed typed(SiteRule rule) {
        Integer minutes = rule.minutes();
        return new Typed(
                rule.absence().code(), minutes == null ? "" : minutes.toString(), rule.policyFr(), rule.policyEn());
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** What was typed. */
    public record Typed(
            @Nullable String absence,
            @Nullable String minutes,
            @Nullable String policyFr,
            @Nullable String policyEn) {

        public String delay() {
            return minutes == null ? "" : minutes.strip();
        }

        public String french() {
            return policyFr == null ? "" : policyFr;
        }

        public String english() {
            return policyEn == null ? "" : policyEn;
        }

        Optional<Absence> chosen() {
            return Arrays.stream(Absence.values())
                    .filter(one -> one.code().equals(absence))
                    .findFirst();
        }

        Map<String, String> refusals() {
            Map<String, String> refusals = new LinkedHashMap<>();
            if (chosen().isEmpty()) {
                refusals.put("absence", "reception.rule.refused.absence");
            }
            if (chosen().filter(Absence.AFTER::equals).isPresent() && !isDelay()) {
                refusals.put("minutes", "reception.rule.refused.minutes");
            }
            if (french().strip().length() > SiteRule.LONGEST_POLICY) {
                refusals.put("policyFr", "reception.rule.refused.policy");
            }
            if (english().strip().length() > SiteRule.LONGEST_POLICY) {
                refusals.put("policyEn", "reception.rule.refused.policy");
            }
            return refusals;
        }

        private boolean isDelay() {
            return delay().matches("\\d{1,3}")
                    && Integer.parseInt(delay()) >= SiteRule.LEAST
                    && Integer.parseInt(delay()) <= SiteRule.MOST;
        }
    }

    public record View(Menu menu, Typed typed, Map<String, String> refusals, boolean saved) {

        public Standing at() {
            return menu.at();
        }

        public @Nullable String refusal(String field) {
            return refusals.get(field);
        }

        public Absence[] absences() {
            return Absence.values();
        }
    }
}
