package fr.quartdheure.desk.secretary.community;

import fr.quartdheure.cpts.CommunityWindows;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Communities;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Near;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.geo.Reach;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/community}: unscheduled time free at the other members of her CPTS, for the caller on the line. */
@Controller
public class CommunityPage {

    private static final int DAYS = 3;

    private final Screens screens;
    private final DeskAccess access;
    private final CommunityWindows windows;
    private final Communities communities;
    private final Organizations organizations;
    private final Sites sites;
    private final Practitioners practitioners;
    private final Communes communes;
    private final Reach reach;
    private final Clock clock;

    CommunityPage(
            Screens screens,
            DeskAccess access,
            CommunityWindows windows,
            Communities communities,
            Organizations organizations,
            Sites sites,
            Practitioners practitioners,
            Communes communes,
            Reach reach,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.windows = windows;
        this.communities = communities;
        this.organizations = organizations;
        this.sites = sites;
        this.practitioners = practitioners;
        this.communes = communes;
        this.reach = reach;
        this.clock = clock;
    }

    /** A free time, and who receives. */
    public record Free(Slot slot, String practitioner) {}

    /** @param minutes from the caller's commune; null when it is not said, or farther than an hour */
    public record AtSite(Site site, @Nullable Integer minutes, List<Free> free) {}

    /**
     * @param own her site, whose board a booking comes back to; null when she serves none
     * @param unknown whether the place that was typed is no commune
     */
    public record View(
            @Nullable Site own,
            List<String> names,
            String place,
            @Nullable Commune from,
            boolean unknown,
            List<AtSite> sites) {

        public String slot(Slot slot) {
            return "/secretary/slots/" + slot.id() + "?at="
                    + Objects.requireNonNull(own).id() + "&day=" + Paris.dayOf(slot.start());
        }
    }

    @GetMapping("/secretary/community")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String part) {
        List<Site> served = access.sites();
        Optional<Commune> from = commune.isBlank()
                ? place.isBlank() || place.length() > 100
                        ? Optional.empty()
                        : communes.search(place, 1).stream().findFirst()
                : communes.find(commune);
        var view = new View(
                served.isEmpty() ? null : served.getFirst(),
                names(served),
                from.map(Commune::name).orElse(place),
                from.orElse(null),
                !place.isBlank() && from.isEmpty(),
                free(served, from));
        return screens.show(
                request,
                "part".equals(part) ? "desk/secretary/community/free.jte" : "desk/secretary/community/page.jte",
                view);
    }

    private List<String> names(List<Site> served) {
        return served.stream()
                .flatMap(site -> communities.ofSite(site.id()).stream())
                .distinct()
                .map(id -> organizations.find(id).map(Organization::name).orElse(""))
                .toList();
    }

    private List<AtSite> free(List<Site> served, Optional<Commune> from) {
        Instant now = clock.instant();
        Instant to = Paris.startOf(Paris.dayOf(now).plusDays(DAYS));
        List<Slot> free = windows.listFree(served.stream().map(Site::id).toList(), now, to);
        Map<UUID, Site> bySite =
                sites.listByIds(free.stream().map(Slot::siteId).distinct().toList());
        Map<UUID, Practitioner> who = practitioners.listByIds(
                free.stream().map(Slot::practitionerId).distinct().toList());
        Map<UUID, Integer> minutes = from.map(this::minutes).orElse(Map.of());
        return free.stream().collect(Collectors.groupingBy(Slot::siteId)).entrySet().stream()
                .map(one -> new AtSite(
                        Objects.requireNonNull(bySite.get(one.getKey())),
                        minutes.get(one.getKey()),
                        one.getValue().stream()
                                .map(slot -> new Free(slot, name(who.get(slot.practitionerId()))))
                                .toList()))
                .sorted(Comparator.comparing(AtSite::minutes, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(one -> one.free().getFirst().slot().start()))
                .toList();
    }

    private Map<UUID, Integer> minutes(Commune from) {
        return reach.within(new Origin.InCommune(from.code()), Reach.FARTHEST).stream()
                .collect(Collectors.toMap(Near::placeId, near -> (int) Math.round(near.minutes())));
    }

    private static String name(@Nullable Practitioner one) {
        return one == null ? "" : one.displayName();
    }
}
