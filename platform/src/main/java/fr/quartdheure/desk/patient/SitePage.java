package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Opening;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page of a site: where it is, when it is open, who works there. */
@Controller
class SitePage {

    private final Screens screens;
    private final Sites sites;
    private final Organizations organizations;
    private final Practitioners practitioners;
    private final Services services;
    private final Clock clock;

    SitePage(
            Screens screens,
            Sites sites,
            Organizations organizations,
            Practitioners practitioners,
            Services services,
            Clock clock) {
        this.screens = screens;
        this.sites = sites;
        this.organizations = organizations;
        this.practitioners = practitioners;
        this.services = services;
        this.clock = clock;
    }

    @GetMapping("/sites/{id}")
    ResponseEntity<byte[]> site(HttpServletRequest request, @PathVariable String id) {
        return PublicId.parse(id)
                .flatMap(sites::find)
                .flatMap(this::view)
                .map(view -> screens.show(request, "desk/patient/site.jte", view))
                .orElseGet(() -> screens.show(request, Problem.of(404, "problem.absent")));
    }

    private Optional<SiteView> view(Site site) {
        UUID id = site.id();
        Instant now = clock.instant();
        var hours = sites.hoursOf(id);
        var closures = sites.closuresOf(id).stream()
                .filter(closure -> !closure.lastDay().isBefore(Paris.dayOf(now)))
                .toList();
        return organizations
                .find(site.organizationId())
                .map(organization -> new SiteView(
                        site,
                        organization,
                        Opening.at(now, site, hours, closures),
                        hours,
                        closures,
                        practitioners.ofSite(id),
                        sites.servicesOf(id).stream()
                                .flatMap(code -> services.find(code).stream())
                                .toList()));
    }
}
