package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Site;
import fr.quartdheure.roster.Subject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose agenda is on the screen, and where its pages stand.
 *
 * @param base the address of its first page
 * @param practitioner whose agenda it is; null for that of a site
 * @param sites where the reader may change it, by name
 * @param role in which she does, for the trace
 */
public record RulesErrand(
        String base, Subject subject, @Nullable Practitioner practitioner, List<Site> sites, String role) {

    public boolean mayChangeAt(UUID siteId) {
        return siteIds().contains(siteId);
    }

    public Set<UUID> siteIds() {
        return sites.stream().map(Site::id).collect(Collectors.toSet());
    }

    public String name() {
        return practitioner == null ? sites.getFirst().name() : practitioner.displayName();
    }

    public boolean isOwn() {
        return base.startsWith("/practitioner");
    }

    /** The first site, which the trace names as the place that the reader acts for. */
    public UUID organization() {
        return sites.getFirst().organizationId();
    }
}
