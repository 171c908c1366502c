package fr.quartdheure.api;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.SearchResult;
import fr.quartdheure.scheduling.Slot;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Slots as the API shows them. */
@Component
class SlotViews {

    private final Recent<Site> sites;
    private final Recent<Practitioner> practitioners;

    SlotViews(Sites sites, Practitioners practitioners, Clock clock) {
        this.sites = new Recent<>(sites::listByIds, clock);
        this.practitioners = new Recent<>(practitioners::listByIds, clock);
    }

    SlotsFound of(SearchResult result) {
        Map<UUID, Site> byId = sites.listByIds(result.minutes().keySet());
        List<SiteFound> near = byId.values().stream()
                .map(site -> new SiteFound(
                        site.id(),
                        site.name(),
                        rounded(result.minutes().getOrDefault(site.id(), 0.0)),
                        site.position().lat(),
                        site.position().lon()))
                .sorted(Comparator.comparingDouble(SiteFound::minutes).thenComparing(SiteFound::name))
                .toList();
        return new SlotsFound(result.within(), result.widened(), near, of(result.slots()));
    }

    List<SlotFound> of(List<Slot> slots) {
        Map<UUID, Practitioner> byId = practitioners.listByIds(practitionersOf(slots));
        return slots.stream().map(slot -> of(slot, byId)).toList();
    }

    private static SlotFound of(Slot slot, Map<UUID, Practitioner> practitioners) {
        Practitioner one = practitioners.get(slot.practitionerId());
        return new SlotFound(
                slot.id(),
                ApiTimes.paris(slot.start()),
                ApiTimes.paris(slot.end()),
                slot.siteId(),
                new Who(
                        slot.practitionerId(),
                        one == null ? "" : one.displayName(),
                        one == null ? "" : one.profession()),
                slot.kind().code(),
                slot.mode().code());
    }

    private static Collection<UUID> practitionersOf(List<Slot> slots) {
        return slots.stream().map(Slot::practitionerId).collect(Collectors.toSet());
    }

    private static double rounded(double minutes) {
        return Math.round(minutes * 10) / 10.0;
    }

    record SlotsFound(int within, boolean widened, List<SiteFound> sites, List<SlotFound> slots) {}

    record SiteFound(UUID id, String name, double minutes, double lat, double lon) {}

    record SlotFound(
            UUID id,
            OffsetDateTime start,
            OffsetDateTime end,
            UUID siteId,
            Who practitioner,
            String kind,
            String mode) {}

    record Who(UUID id, String name, String profession) {}
}
