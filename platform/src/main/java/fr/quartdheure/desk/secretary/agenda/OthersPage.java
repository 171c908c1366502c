package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.DayBoardPage;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.secretary.SlotTasks;
import fr.quartdheure.desk.secretary.SlotTasks.Task;
import fr.quartdheure.desk.secretary.agenda.Others.Group;
import fr.quartdheure.desk.secretary.agenda.Others.Time;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.scheduling.SearchRequest;
import fr.quartdheure.scheduling.SearchResult;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.SlotSearch;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Who else could see the caller when the one she wants is full. */
@Controller
class OthersPage {

    private static final int SHOWN = 6;
    private static final int WITHIN = 15;

    private final Screens screens;
    private final DeskAccess access;
    private final SlotTasks tasks;
    private final Slots slots;
    private final SlotSearch search;
    private final Practitioners practitioners;
    private final Services services;
    private final Sites sites;
    private final Clock clock;

    OthersPage(
            Screens screens,
            DeskAccess access,
            SlotTasks tasks,
            Slots slots,
            SlotSearch search,
            Practitioners practitioners,
            Services services,
            Sites sites,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.tasks = tasks;
        this.slots = slots;
        this.search = search;
        this.practitioners = practitioners;
        this.services = services;
        this.sites = sites;
        this.clock = clock;
    }

    @GetMapping("/secretary/slots/{slotId}/others")
    ResponseEntity<byte[]> open(
            HttpServletRequest request, @PathVariable UUID slotId, @ModelAttribute SlotTasks.Asked asked) {
        String template = "panel".equals(asked.part()) ? "otherspanel" : "others";
        return tasks.find(slotId, asked)
                .map(task -> screens.show(request, "desk/secretary/agenda/" + template + ".jte", others(task)))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    private Others others(Task task) {
        Slot wanted = task.slot();
        Instant now = clock.instant();
        Service service = services.find(wanted.service()).orElseThrow();
        List<Site> served = access.sites();
        Set<UUID> own = served.stream().map(Site::id).collect(Collectors.toSet());
        var colleagues = slots.listAlternatives(wanted, now, SHOWN * 4).stream()
                .filter(slot -> !slot.practitionerId().equals(wanted.practitionerId()))
                .limit(SHOWN)
                .toList();
        var hers = served.stream()
                .filter(site -> !site.id().equals(wanted.siteId()))
                .flatMap(site -> slots.listAlternatives(site.id(), wanted, now, SHOWN).stream())
                .sorted(near(wanted))
                .limit(SHOWN)
                .toList();
        Instant day = Paris.startOf(Paris.dayOf(wanted.start()));
        var shared = slots
                .listShared(access.organizations(), day.isAfter(now) ? day : now, day.plus(Duration.ofHours(26)))
                .stream()
                .filter(slot -> slot.service().equals(wanted.service()) && !own.contains(slot.siteId()))
                .limit(SHOWN)
                .toList();
        SearchResult reach = reach(wanted, service, now);
        var around = reach.slots().stream()
                .filter(slot -> !own.contains(slot.siteId()))
                .limit(SHOWN)
                .toList();
        return new Others(
                task,
                nameOf(wanted.practitionerId()),
                service,
                task.patient().map(one -> PatientCard.of(one, Paris.dayOf(now))).orElse(null),
                List.of(
                        new Group("here", times(task, colleagues, Map.of(), false)),
                        new Group("sites", times(task, hers, Map.of(), false)),
                        new Group("shared", times(task, shared, Map.of(), false)),
                        new Group("reach", times(task, around, reach.minutes(), true))));
    }

    private static Comparator<Slot> near(Slot wanted) {
        return Comparator.comparing(
                slot -> Duration.between(slot.start(), wanted.start()).abs());
    }

    private SearchResult reach(Slot wanted, Service service, Instant now) {
        Site site = sites.find(wanted.siteId()).orElseThrow();
        Instant from = wanted.start().isAfter(now) ? Paris.startOf(Paris.dayOf(wanted.start())) : now;
        return search.look(new SearchRequest(
                new Origin.At(site.position()),
                service.code(),
                service.reasons().getFirst().minutes(),
                WITHIN,
                from.isAfter(now) ? from : now,
                now.plus(Duration.ofDays(Horizon.DAYS)),
                SearchRequest.SearchFilter.NONE,
                SHOWN * 8));
    }

    private List<Time> times(Task task, List<Slot> found, Map<UUID, Double> minutes, boolean elsewhere) {
        Map<UUID, Practitioner> who = practitioners.listByIds(ids(found, true));
        Map<UUID, Site> where = sites.listByIds(ids(found, false));
        return found.stream()
                .map(slot -> new Time(
                        slot.start(),
                        Objects.requireNonNull(who.get(slot.practitionerId())).displayName(),
                        Objects.requireNonNull(where.get(slot.siteId())).name(),
                        Math.round(minutes.getOrDefault(slot.siteId(), 0.0)),
                        elsewhere ? "/sites/" + slot.siteId() : task.errand().slot(slot.id()),
                        elsewhere))
                .toList();
    }

    private static Collection<UUID> ids(List<Slot> found, boolean practitioner) {
        return found.stream()
                .map(slot -> practitioner ? slot.practitionerId() : slot.siteId())
                .collect(Collectors.toSet());
    }

    private String nameOf(UUID practitionerId) {
        return practitioners.find(practitionerId).map(Practitioner::displayName).orElse("");
    }
}
