package fr.quartdheure.desk.practitioner;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.desk.ui.FlowChart;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.registration.Matching;
import fr.quartdheure.registration.Matching.Opened;
import fr.quartdheure.registration.MonthlyFlows;
import fr.quartdheure.registration.MonthlyFlows.Standing;
import fr.quartdheure.registration.Panel;
import fr.quartdheure.registration.Panels;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /practitioner/registrations}: how many patients have chosen her, how many she wants, places she opens. */
@Controller
public class OwnPanelPage {

    private static final Problem UNLINKED = Problem.of(404, "desk.own.unlinked");

    private final Screens screens;
    private final Panels panels;
    private final MonthlyFlows flows;
    private final Matching matching;
    private final Sites sites;

    OwnPanelPage(Screens screens, Panels panels, MonthlyFlows flows, Matching matching, Sites sites) {
        this.screens = screens;
        this.panels = panels;
        this.flows = flows;
        this.matching = matching;
        this.sites = sites;
    }

    /** Her list at one site, and how many wait there. */
    public record OwnPanel(Panel panel, Site site, Standing standing, FlowChart chart) {}

    /** @param said what has just happened, with a number that belongs to it */
    public record View(List<OwnPanel> panels, @Nullable String said, int count) {

        public boolean warns() {
            return said != null && said.matches("beyond-target|beyond-site|no-panel");
        }
    }

    @GetMapping("/practitioner/registrations")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "0") int count) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return screens.show(request, UNLINKED);
        }
        List<Panel> mine = panels.listOfPractitioner(me);
        List<UUID> where = mine.stream().map(Panel::siteId).toList();
        Map<UUID, Site> bySite = sites.listByIds(where);
        Map<UUID, Standing> standings = flows.standings(where);
        List<OwnPanel> shown = mine.stream()
                .map(panel -> new OwnPanel(
                        panel,
                        Objects.requireNonNull(bySite.get(panel.siteId())),
                        Objects.requireNonNull(standings.get(panel.siteId())),
                        new FlowChart(flows.ofPractitioner(me, panel.siteId()), false)))
                .toList();
        String told = said.matches("opened|beyond-target|beyond-site|no-panel") ? said : null;
        return screens.show(request, "desk/practitioner/panel.jte", new View(shown, told, Math.clamp(count, 0, 999)));
    }

    @PostMapping("/practitioner/registrations/{siteId}/open")
    ResponseEntity<byte[]> open(
            HttpServletRequest request, @PathVariable UUID siteId, @RequestParam(defaultValue = "1") int count) {
        UUID me = CurrentAccount.get().practitionerId();
        if (me == null) {
            return screens.show(request, UNLINKED);
        }
        String said = switch (matching.open(me, siteId, Math.clamp(count, 1, Matching.MOST))) {
            case Opened.Open open -> "opened&count=" + open.places();
            case Opened.BeyondTarget full -> "beyond-target&count=" + full.free();
            case Opened.BeyondSite full -> "beyond-site&count=" + full.free();
            case Opened.NoPanel _none -> "no-panel";
        };
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/practitioner/registrations?said=" + said))
                .build();
    }
}
