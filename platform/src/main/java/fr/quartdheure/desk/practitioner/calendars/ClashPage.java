package fr.quartdheure.desk.practitioner.calendars;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Role;
import fr.quartdheure.account.SignedIn;
import fr.quartdheure.calendar.Clashes;
import fr.quartdheure.calendar.Subscription;
import fr.quartdheure.calendar.Subscriptions;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What calendars elsewhere ask of somebody: appointments in their way, and calendars that do not answer. */
@Controller
public class ClashPage {

    private static final String NOTICE = "desk/practitioner/calendars/noticepart.jte";

    private final Screens screens;
    private final Clashes clashes;
    private final ClashRows rows;
    private final Subscriptions subscriptions;
    private final Practitioners practitioners;
    private final Sites sites;

    ClashPage(
            Screens screens,
            Clashes clashes,
            ClashRows rows,
            Subscriptions subscriptions,
            Practitioners practitioners,
            Sites sites) {
        this.screens = screens;
        this.clashes = clashes;
        this.rows = rows;
        this.subscriptions = subscriptions;
        this.practitioners = practitioners;
        this.sites = sites;
    }

    /** How many appointments are in the way, how many calendars do not answer, and where to read of it. */
    public record Notice(int clashes, int silent, String href) {}

    /** A calendar that does not answer, and whose it is. */
    public record Silent(String practitioner, Subscription calendar) {}

    /** @param back the board of the site */
    public record View(Site site, List<ClashRow> clashes, List<Silent> silent, String back) {}

    /** Those of a site, with what to do about each. */
    @GetMapping("/secretary/calendars")
    ResponseEntity<byte[]> ofSite(HttpServletRequest request, @RequestParam UUID site) {
        return served(site)
                .map(one -> screens.show(
                        request,
                        "desk/practitioner/calendars/clashes.jte",
                        new View(
                                one,
                                rows.of(clashes.ofSites(List.of(site)), role(one), true),
                                silent(teamOf(site)),
                                "/secretary/sites/" + site)))
                .orElseGet(() -> screens.show(request, Problem.of(404, "problem.absent")));
    }

    /** A part of the board; nothing where there is nothing to do. */
    @GetMapping("/secretary/calendars/notice")
    ResponseEntity<byte[]> noticeOfSite(HttpServletRequest request, @RequestParam UUID site) {
        return served(site)
                .map(one -> screens.show(
                        request,
                        NOTICE,
                        new Notice(
                                clashes.ofSites(List.of(site)).size(),
                                silent(teamOf(site)).size(),
                                "/secretary/calendars?site=" + site)))
                .orElseGet(() -> screens.show(request, Problem.of(404, "problem.absent")));
    }

    /** A part of her own day. */
    @GetMapping("/practitioner/calendars/notice")
    ResponseEntity<byte[]> noticeOfHers(HttpServletRequest request) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return screens.show(request, FeedPage.UNLINKED);
        }
        var notice = new Notice(
                clashes.ofPractitioner(me).size(),
                silent(practitioners.find(me).stream()).size(),
                "/practitioner/calendars");
        return screens.show(request, NOTICE, notice);
    }

    private Stream<Practitioner> teamOf(UUID site) {
        return practitioners.ofSite(site).stream().map(PractitionerAtSite::practitioner);
    }

    private List<Silent> silent(Stream<Practitioner> owners) {
        return owners.flatMap(one -> subscriptions.list(one.id()).stream()
                        .filter(calendar -> calendar.failure() != null)
                        .map(calendar -> new Silent(one.displayName(), calendar)))
                .toList();
    }

    private Optional<Site> served(UUID siteId) {
        return sites.find(siteId)
                .filter(site -> site.origin() != Provenance.IMPORT)
                .filter(site -> isAt(site, Role.SECRETARY) || isAt(site, Role.COORDINATOR));
    }

    private static boolean isAt(Site site, Role role) {
        SignedIn who = CurrentAccount.get();
        return who.has(role, site.id(), site.organizationId());
    }

    private static String role(Site site) {
        return (isAt(site, Role.SECRETARY) ? Role.SECRETARY : Role.COORDINATOR).code();
    }
}
