package fr.quartdheure.desk.patient.registration;

import fr.quartdheure.desk.patient.IdentityForm;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.registration.Joining;
import fr.quartdheure.registration.Joining.Joined;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /registration/ask}: for whom it is, what the public rules ask, and how to reach her. */
@Controller
public class RegistrationAskPage {

    private static final IdentityForm EMPTY = IdentityForm.EMPTY;

    private final Screens screens;
    private final Joining joining;
    private final Communes communes;
    private final Sites sites;
    private final Clock clock;

    RegistrationAskPage(Screens screens, Joining joining, Communes communes, Sites sites, Clock clock) {
        this.screens = screens;
        this.joining = joining;
        this.communes = communes;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/registration/ask")
    ResponseEntity<?> show(HttpServletRequest request, @ModelAttribute AskForm form) {
        return hasWhere(form) ? page(request, 200, form, EMPTY, Map.of()) : back(form);
    }

    @PostMapping("/registration/ask")
    ResponseEntity<?> ask(
            HttpServletRequest request, @ModelAttribute AskForm form, @ModelAttribute IdentityForm identity) {
        if (!hasWhere(form)) {
            return back(form);
        }
        var errors = form.errors(identity, Paris.dayOf(clock.instant()));
        if (!errors.isEmpty()) {
            return page(request, 422, form, identity, errors);
        }
        var asked = identity.request();
        return switch (joining.ask(asked.identity(), asked.contact(), form.wanted(asked.onBehalf()))) {
            case Joined.AwaitingCode code -> MyRequestPage.see("/registration/" + code.requestId() + "/code");
            case Joined.Waits waits -> MyRequestPage.see("/registration/" + waits.requestId() + "/code");
            case Joined.Nowhere _none -> back(form);
        };
    }

    private boolean hasWhere(AskForm form) {
        String commune = form.commune();
        return commune != null && !form.sites().isEmpty() && communes.isKnown(commune);
    }

    /** To the choice of sites, which says what is missing. */
    private static ResponseEntity<?> back(AskForm form) {
        String commune = form.commune();
        boolean safe = commune != null && commune.matches("[0-9AB]{5}(-[a-z0-9-]{1,40})?");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/registration" + (safe ? "?commune=" + commune + "&none=true" : "")))
                .build();
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, int status, AskForm form, IdentityForm identity, Map<String, String> errors) {
        var chosen = sites.listByIds(form.sites());
        List<Site> where = form.sites().stream()
                .filter(chosen::containsKey)
                .map(chosen::get)
                .toList();
        return screens.show(
                request,
                HttpStatusCode.valueOf(status),
                "desk/patient/registration/ask.jte",
                new View(form, identity, errors, where));
    }

    /** @param errors field → key of the sentence */
    public record View(AskForm ask, IdentityForm form, Map<String, String> errors, List<Site> sites) {}
}
