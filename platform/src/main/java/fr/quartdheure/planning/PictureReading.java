package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.TabulatedTimes;
import fr.quartdheure.directory.Communities;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.OrganizationKind;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Epcis;
import fr.quartdheure.geo.Reach;
import fr.quartdheure.territory.Establishments;
import fr.quartdheure.territory.OfficialApl;
import fr.quartdheure.territory.OfficialApls;
import fr.quartdheure.territory.Zoning;
import fr.quartdheure.territory.Zonings;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads all that a picture shows. */
@Component
class PictureReading {

    private static final String GENERAL_PRACTICE = "general-practice";

    private final Communes communes;
    private final Epcis epcis;
    private final Reach reach;
    private final Sites sites;
    private final OfferReading offers;
    private final OfficialApls officialApls;
    private final Zonings zonings;
    private final Establishments establishments;
    private final Organizations organizations;
    private final Communities communities;
    private final Clock clock;

    PictureReading(
            Communes communes,
            Epcis epcis,
            Reach reach,
            Sites sites,
            OfferReading offers,
            OfficialApls officialApls,
            Zonings zonings,
            Establishments establishments,
            Organizations organizations,
            Communities communities,
            Clock clock) {
        this.communes = communes;
        this.epcis = epcis;
        this.reach = reach;
        this.sites = sites;
        this.offers = offers;
        this.officialApls = officialApls;
        this.zonings = zonings;
        this.establishments = establishments;
        this.organizations = organizations;
        this.communities = communities;
        this.clock = clock;
    }

    Picture read(long edition) {
        Map<String, OfficialApl> official = official();
        var demand = new Demand(
                communes.list().stream()
                        .filter(commune -> commune.districtOf() == null)
                        .toList(),
                standardised(official));
        List<PointOfCare> points = points();
        Pairs toSites = minutes(demand, points);
        Offer offer = offers.read(demand, points);
        return new Picture(new Picture.Facts(
                edition,
                clock.instant(),
                demand,
                points,
                toSites,
                offer,
                toOffer(demand, offer, toSites, points),
                new Hospitals(demand, establishments.list()),
                official,
                epcis.byCommune(),
                zonings.ofService(GENERAL_PRACTICE).stream()
                        .collect(Collectors.toMap(Zoning::communeCode, zoning -> zoning)),
                territories()));
    }

    private Map<String, OfficialApl> official() {
        return officialApls.years().stream()
                .findFirst()
                .map(year -> officialApls.ofYear(year).stream()
                        .collect(Collectors.toMap(OfficialApl::communeCode, apl -> apl)))
                .orElse(Map.of());
    }

    private static Map<String, Double> standardised(Map<String, OfficialApl> official) {
        var byCode = new HashMap<String, Double>();
        official.forEach((code, apl) -> {
            Double people = apl.standardised();
            if (people != null) {
                byCode.put(code, people);
            }
        });
        return byCode;
    }

    private List<PointOfCare> points() {
        List<Site> all = sites.list();
        var services = sites.servicesOf(all.stream().map(Site::id).toList());
        return all.stream()
                .map(site -> new PointOfCare(
                        site.id(),
                        site.name(),
                        site.kind(),
                        site.address().communeCode(),
                        site.position(),
                        services.getOrDefault(site.id(), List.of())))
                .sorted(Comparator.comparing(PointOfCare::siteId))
                .toList();
    }

    /** The minutes that searches use: imported where somebody brought them, estimated elsewhere. */
    private Pairs minutes(Demand demand, List<PointOfCare> points) {
        var ends = new Places(points.stream()
                .map(point -> new Place(point.siteId().toString(), point.position()))
                .toList());
        var table = new TabulatedTimes.Builder(demand.places(), ends);
        reach.forEachWithin(Picture.FARTHEST, (communeCode, placeId, needed) -> {
            var from = demand.find(communeCode);
            var to = ends.find(placeId.toString());
            if (from.isPresent() && to.isPresent()) {
                table.add(from.getAsInt(), to.getAsInt(), needed);
            }
        });
        return table.build().within(Picture.FARTHEST);
    }

    /** A site's offer is as far as the site; that of a commune is as far as its centre. */
    private static Pairs toOffer(Demand demand, Offer offer, Pairs toSites, List<PointOfCare> points) {
        if (offer.origin() == Offer.Origin.FILE) {
            return new EstimatedTimes(demand.places(), offer.places()).within(20);
        }
        var table = new TabulatedTimes.Builder(demand.places(), offer.places());
        for (int commune = 0; commune < demand.size(); commune++) {
            for (int way = toSites.start(commune); way < toSites.start(commune + 1); way++) {
                var place = offer.places()
                        .find(points.get(toSites.destination(way)).siteId().toString());
                if (place.isPresent()) {
                    table.add(commune, place.getAsInt(), toSites.length(way));
                }
            }
        }
        return table.build().within(20);
    }

    /** A CPTS that has not said which communes it serves has no territory to look at. */
    private Map<Area, Set<String>> territories() {
        Map<Area, Set<String>> territories = new HashMap<>();
        for (Organization one : organizations.list()) {
            Set<String> chosen =
                    one.kind() == OrganizationKind.CPTS ? Set.copyOf(communities.communesOf(one.id())) : Set.of();
            if (!chosen.isEmpty()) {
                territories.put(new Area(Area.Kind.CPTS, one.id().toString(), one.name()), chosen);
            }
        }
        return territories;
    }
}
