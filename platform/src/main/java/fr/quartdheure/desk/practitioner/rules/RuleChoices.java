package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.directory.Communities;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What may be chosen for a rule. */
@Component
public class RuleChoices {

    private final Sites sites;
    private final Communities communities;
    private final Organizations organizations;

    RuleChoices(Sites sites, Communities communities, Organizations organizations) {
        this.sites = sites;
        this.communities = communities;
        this.organizations = organizations;
    }

    /** A site with its rooms. */
    public record Where(Site site, List<Room> rooms) {}

    List<Where> places(RulesErrand errand) {
        return errand.sites().stream()
                .map(site -> new Where(site, sites.roomsOf(site.id())))
                .toList();
    }

    /** The CPTS of these sites. */
    List<Organization> cpts(RulesErrand errand) {
        List<UUID> ids = errand.sites().stream()
                .flatMap(site -> communities.ofSite(site.id()).stream())
                .distinct()
                .toList();
        return organizations.listByIds(ids).values().stream()
                .sorted(Comparator.comparing(Organization::name))
                .toList();
    }
}
