package fr.quartdheure.desk.steering.cpts;

import fr.quartdheure.cpts.Membership;
import fr.quartdheure.cpts.Memberships;
import fr.quartdheure.cpts.Mission;
import fr.quartdheure.cpts.Missions;
import fr.quartdheure.cpts.SizeClass;
import fr.quartdheure.directory.Communities;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a community's page shows. */
@Component
public class CptsSheets {

    private final CptsAccess access;
    private final Communities communities;
    private final Communes communes;
    private final Memberships memberships;
    private final Missions missions;
    private final Organizations organizations;
    private final Sites sites;

    CptsSheets(
            CptsAccess access,
            Communities communities,
            Communes communes,
            Memberships memberships,
            Missions missions,
            Organizations organizations,
            Sites sites) {
        this.access = access;
        this.communities = communities;
        this.communes = communes;
        this.memberships = memberships;
        this.missions = missions;
        this.organizations = organizations;
        this.sites = sites;
    }

    /** @param answers whether the reader may answer for the site */
    public record Member(Membership membership, Site site, boolean answers) {}

    /** Communes that another community chose too. */
    public record Overlap(String other, List<String> names) {}

    /**
     * @param population of its communes, districts counted with their commune
     * @param own whether the reader may change it
     * @param invitable sites that may be asked
     */
    public record Sheet(
            Organization cpts,
            List<Commune> communes,
            long population,
            List<Overlap> overlaps,
            List<Member> members,
            List<Site> plainMembers,
            List<Mission> missions,
            boolean own,
            List<Site> invitable,
            @Nullable String said,
            String detail) {

        /** The codes of its communes, for the map. */
        public String chosen() {
            return communes.stream().map(Commune::code).collect(Collectors.joining(","));
        }

        public String base() {
            return "/steering/cpts/" + cpts.id();
        }

        public SizeClass size() {
            return SizeClass.of(population);
        }
    }

    Sheet sheet(Organization cpts, @Nullable String said, String detail) {
        Map<String, Commune> byCode = communes.listByCodes(communities.communesOf(cpts.id()));
        List<Commune> chosen = byCode.values().stream()
                .sorted(Comparator.comparing(Commune::name))
                .toList();
        List<Membership> all = memberships.list(cpts.id());
        Map<UUID, Site> bySite =
                sites.listByIds(all.stream().map(Membership::siteId).toList());
        List<UUID> belonging = communities.sitesOf(cpts.id());
        Set<UUID> alive = all.stream()
                .filter(one -> one.isInvited() || one.isMember())
                .map(Membership::siteId)
                .collect(Collectors.toSet());
        boolean own = access.coordinates(cpts);
        return new Sheet(
                cpts,
                chosen,
                population(byCode),
                overlaps(cpts.id()),
                all.stream()
                        .map(one -> {
                            Site site = Objects.requireNonNull(bySite.get(one.siteId()));
                            return new Member(one, site, access.answersFor(site));
                        })
                        .toList(),
                plain(belonging, alive),
                missions.list(cpts.id()),
                own,
                own ? invitable(alive) : List.of(),
                said,
                detail);
    }

    /** A district is a part of its commune: it counts only where the commune was not chosen whole. */
    private static long population(Map<String, Commune> byCode) {
        return byCode.values().stream()
                .filter(one -> one.districtOf() == null || !byCode.containsKey(one.districtOf()))
                .mapToLong(Commune::population)
                .sum();
    }

    private List<Overlap> overlaps(UUID id) {
        return communities.alsoChosen(id).entrySet().stream()
                .map(one -> new Overlap(
                        organizations.find(one.getKey()).map(Organization::name).orElse(""),
                        communes.listByCodes(one.getValue()).values().stream()
                                .map(Commune::name)
                                .sorted()
                                .toList()))
                .toList();
    }

    /** Members from before anybody coordinated the community here. */
    private List<Site> plain(List<UUID> belonging, Set<UUID> alive) {
        return sites
                .listByIds(belonging.stream().filter(id -> !alive.contains(id)).toList())
                .values()
                .stream()
                .sorted(Comparator.comparing(Site::name))
                .toList();
    }

    private List<Site> invitable(Set<UUID> alive) {
        return sites.list().stream()
                .filter(site -> site.origin() != Provenance.IMPORT && !alive.contains(site.id()))
                .toList();
    }
}
