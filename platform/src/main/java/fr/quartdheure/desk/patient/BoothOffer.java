package fr.quartdheure.desk.patient;

import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Near;
import fr.quartdheure.geo.Reach;
import fr.quartdheure.scheduling.SearchRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The nearest teleconsultation booth, offered where nobody receives within a quarter of an hour. */
@Component
public class BoothOffer {

    private static final double FARTHEST_MINUTES = 45;
    private static final String TELECONSULTATION = "teleconsultation";

    private final Reach reach;
    private final Sites sites;

    BoothOffer(Reach reach, Sites sites) {
        this.reach = reach;
        this.sites = sites;
    }

    Optional<Offer> near(SearchRequest asked) {
        boolean replaceable = asked.service().equals("general-practice");
        if (!replaceable) {
            return Optional.empty();
        }
        List<Near> near = reach.within(asked.origin(), FARTHEST_MINUTES);
        Map<UUID, Site> byId = sites.listByIds(near.stream().map(Near::placeId).toList());
        for (Near one : near) {
            Site site = byId.get(one.placeId());
            if (site != null && site.kind() == SiteKind.BOOTH) {
                return Optional.of(new Offer(site, (int) Math.round(one.minutes()), TELECONSULTATION));
            }
        }
        return Optional.empty();
    }

    /** @param minutes by car */
    public record Offer(Site site, int minutes, String service) {}
}
