package fr.quartdheure.desk.secretary.registration;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.registration.Keeping;
import fr.quartdheure.registration.Keeping.Counted;
import fr.quartdheure.registration.Panel;
import fr.quartdheure.registration.RegistrationList;
import fr.quartdheure.registration.RegistrationLists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules of a site's list, which the public reads, and how many patients each of its doctors wants. */
@Controller
public class RegistrationRulesPage {

    private final Screens screens;
    private final DeskAccess access;
    private final RegistrationLists lists;
    private final ListBoards boards;
    private final Keeping keeping;

    RegistrationRulesPage(
            Screens screens, DeskAccess access, RegistrationLists lists, ListBoards boards, Keeping keeping) {
        this.screens = screens;
        this.access = access;
        this.lists = lists;
        this.boards = boards;
        this.keeping = keeping;
    }

    /** @param refusals field → key of the sentence */
    public record View(Site site, RulesForm form, Map<String, String> refusals, List<ListBoards.Doctor> doctors) {

        public String base() {
            return "/secretary/sites/" + site.id() + "/registrations";
        }
    }

    @GetMapping("/secretary/sites/{siteId}/registrations/rules")
    ResponseEntity<byte[]> show(HttpServletRequest request, @PathVariable UUID siteId) {
        return access.site(siteId)
                .map(site -> page(request, 200, site, RulesForm.of(list(siteId)), Map.of()))
                .orElseGet(() -> screens.show(request, RegistrationListPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/rules")
    ResponseEntity<byte[]> keep(HttpServletRequest request, @PathVariable UUID siteId, @ModelAttribute RulesForm form) {
        Optional<Site> site = access.site(siteId);
        if (site.isEmpty()) {
            return screens.show(request, RegistrationListPage.ABSENT);
        }
        Map<String, String> refusals = form.refusals();
        if (!refusals.isEmpty()) {
            return page(request, 422, site.get(), form, refusals);
        }
        keeping.setRules(form.list(siteId));
        return RegistrationListPage.see(siteId, "rules");
    }

    @PostMapping("/secretary/sites/{siteId}/registrations/panel")
    ResponseEntity<byte[]> count(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam UUID practitioner,
            @RequestParam(defaultValue = "") String target,
            @RequestParam(defaultValue = "") String size) {
        Optional<Site> site = access.site(siteId);
        if (site.isEmpty() || boards.doctor(site.get(), practitioner).isEmpty()) {
            return screens.show(request, RegistrationListPage.ABSENT);
        }
        Optional<Integer> wanted = RulesForm.number(target, 0, Panel.LARGEST);
        Optional<Integer> known = RulesForm.number(size, 0, Panel.LARGEST);
        if (wanted.isEmpty() || known.isEmpty()) {
            return page(
                    request,
                    422,
                    site.get(),
                    RulesForm.of(list(siteId)),
                    Map.of("target-" + practitioner, "registration.refused.panel"));
        }
        Counted counted = keeping.count(practitioner, siteId, wanted.get(), known.get());
        return RegistrationListPage.see(siteId, counted == Counted.SET ? "counted" : "places-open");
    }

    private RegistrationList list(UUID siteId) {
        return lists.find(siteId).orElseGet(() -> RegistrationList.usual(siteId));
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, int status, Site site, RulesForm form, Map<String, String> refusals) {
        return screens.show(
                request,
                HttpStatusCode.valueOf(status),
                "desk/secretary/registration/rules.jte",
                new View(site, form, refusals, boards.doctors(site)));
    }
}
