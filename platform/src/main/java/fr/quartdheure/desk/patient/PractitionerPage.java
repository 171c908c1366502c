package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page of a practitioner: what she does, in which languages, and where. */
@Controller
class PractitionerPage {

    private final Screens screens;
    private final Practitioners practitioners;
    private final Sites sites;

    PractitionerPage(Screens screens, Practitioners practitioners, Sites sites) {
        this.screens = screens;
        this.practitioners = practitioners;
        this.sites = sites;
    }

    @GetMapping("/practitioners/{id}")
    ResponseEntity<byte[]> practitioner(HttpServletRequest request, @PathVariable String id) {
        return PublicId.parse(id)
                .flatMap(practitioners::find)
                .map(this::view)
                .map(view -> screens.show(request, "desk/patient/practitioner.jte", view))
                .orElseGet(() -> screens.show(request, Problem.of(404, "problem.absent")));
    }

    private PractitionerView view(Practitioner practitioner) {
        List<PractitionerRole> roles = practitioners.rolesOf(practitioner.id());
        Map<UUID, Site> byId =
                sites.listByIds(roles.stream().map(PractitionerRole::siteId).toList());
        var places = new ArrayList<PractitionerView.AtSite>();
        for (PractitionerRole role : roles) {
            Site site = byId.get(role.siteId());
            if (site != null) {
                places.add(new PractitionerView.AtSite(site, role));
            }
        }
        return new PractitionerView(practitioner, places);
    }
}
