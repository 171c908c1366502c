package fr.quartdheure.cpts;

import fr.quartdheure.directory.Communities;
import fr.quartdheure.scheduling.OfferedWindows;
import fr.quartdheure.scheduling.Slot;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Unscheduled time that members of a community share: seen and filled by the secretaries of the other members, and by
 * nobody else. Membership is read at each question, so that whoever leaves sees nothing the moment she has left.
 */
@Component
public class CommunityWindows {

    private final Communities communities;
    private final OfferedWindows windows;

    CommunityWindows(Communities communities, OfferedWindows windows) {
        this.communities = communities;
        this.windows = windows;
    }

    /** What is free at other members of the communities of these sites, the earliest first. */
    public List<Slot> listFree(Collection<UUID> ownSites, Instant from, Instant to) {
        return windows.listFree(pairs(ownSites), from, to);
    }

    /** Whether the secretary of these sites may fill a slot. */
    public boolean isOpenTo(Collection<UUID> ownSites, UUID slotId) {
        return windows.isOffered(pairs(ownSites), slotId);
    }

    /** Each other member with the community that makes it one. */
    private Set<OfferedWindows.Member> pairs(Collection<UUID> ownSites) {
        Set<OfferedWindows.Member> pairs = new LinkedHashSet<>();
        ownSites.stream()
                .flatMap(site -> communities.ofSite(site).stream())
                .distinct()
                .forEach(cpts -> communities.sitesOf(cpts).stream()
                        .filter(site -> !ownSites.contains(site))
                        .forEach(site -> pairs.add(new OfferedWindows.Member(cpts, site))));
        return pairs;
    }
}
