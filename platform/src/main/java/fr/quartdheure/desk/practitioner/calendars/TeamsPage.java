package fr.quartdheure.desk.practitioner.calendars;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /admin/calendars}: for whom an administrator follows calendars. */
@Controller
public class TeamsPage {

    private final Screens screens;
    private final Sites sites;
    private final Practitioners practitioners;

    TeamsPage(Screens screens, Sites sites, Practitioners practitioners) {
        this.screens = screens;
        this.sites = sites;
        this.practitioners = practitioners;
    }

    /** A site and who receives there. */
    public record Team(Site site, List<Practitioner> people) {}

    public record View(List<Team> teams) {}

    @GetMapping("/admin/calendars")
    ResponseEntity<byte[]> choose(HttpServletRequest request) {
        List<Team> teams = sites.list().stream()
                .filter(Site::hasAgenda)
                .sorted(Comparator.comparing(Site::name))
                .map(site -> new Team(
                        site,
                        practitioners.ofSite(site.id()).stream()
                                .map(PractitionerAtSite::practitioner)
                                .toList()))
                .filter(team -> !team.people().isEmpty())
                .toList();
        return screens.show(request, "desk/practitioner/calendars/teams.jte", new View(teams));
    }
}
