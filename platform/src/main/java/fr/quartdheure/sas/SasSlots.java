package fr.quartdheure.sas;

import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Practice;
import fr.quartdheure.directory.Practices;
import fr.quartdheure.directory.Services;
import fr.quartdheure.scheduling.Audience;
import fr.quartdheure.scheduling.OfferedSlot;
import fr.quartdheure.scheduling.OfferedSlots;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.QueryText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /fhir/sas/Slot}: what is free with up to 25 practitioners (INT_R01), or what they give to a CPTS
 * (INT_R04).
 */
@RestController
class SasSlots {

    private static final Set<Audience> REGULATORS = Set.of(Audience.PUBLIC, Audience.PRO, Audience.SNP);
    private static final Set<Audience> CPTS = Set.of(Audience.CPTS);

    private final SasSettings settings;
    private final SasAddress address;
    private final Practices practices;
    private final OfferedSlots slots;
    private final Organizations organizations;
    private final Services services;

    SasSlots(
            SasSettings settings,
            SasAddress address,
            Practices practices,
            OfferedSlots slots,
            Organizations organizations,
            Services services) {
        this.settings = settings;
        this.address = address;
        this.practices = practices;
        this.slots = slots;
        this.organizations = organizations;
        this.services = services;
    }

    @GetMapping(SasAddress.PATH + "/Slot")
    ResponseEntity<byte[]> search(HttpServletRequest request) {
        var query = SlotQuery.of(QueryText.of(request.getQueryString()), settings);
        Map<Where, Practice> known =
                practices.listByRpps(query.rpps()).stream().collect(Collectors.toMap(Where::of, Function.identity()));
        List<OfferedSlot> found = offered(query, known);
        var bundle = new SasBundling(query, address, settings.profiles());
        if (!found.isEmpty()) {
            write(bundle, query, found, known);
        }
        return FhirJson.answer(HttpStatus.OK, bundle.bundle());
    }

    private List<OfferedSlot> offered(SlotQuery query, Map<Where, Practice> known) {
        Set<UUID> practitioners =
                known.keySet().stream().map(Where::practitionerId).collect(Collectors.toSet());
        return slots.list(practitioners, query.from(), query.to(), query.isOfCpts() ? CPTS : REGULATORS).stream()
                .filter(slot -> known.containsKey(Where.of(slot)))
                .toList();
    }

    private void write(SasBundling bundle, SlotQuery query, List<OfferedSlot> found, Map<Where, Practice> known) {
        var writing = new SlotWriting(
                query.isOfCpts(),
                settings.profiles(),
                address,
                services.list().stream().collect(Collectors.toMap(one -> one.code(), Function.identity())));
        var used = new LinkedHashSet<Practice>();
        for (OfferedSlot slot : found) {
            Practice practice = known.get(Where.of(slot));
            if (practice != null) {
                used.add(practice);
                bundle.match(writing.slot(slot, practice));
            }
        }
        include(bundle, query, used);
        if (query.isOfCpts()) {
            includeCpts(bundle, query, cpts(found));
        }
    }

    private void include(SasBundling bundle, SlotQuery query, Collection<Practice> used) {
        if (!query.includes().contains(SlotQuery.WITH_SCHEDULES)) {
            return;
        }
        var structures = new Structures(settings.profiles());
        used.forEach(practice -> bundle.include(structures.schedule(practice)));
        if (query.includes().contains(SlotQuery.WITH_ACTORS)) {
            used.forEach(practice -> bundle.include(structures.practitioner(practice)));
            used.forEach(practice -> bundle.include(structures.role(practice)));
        }
    }

    private void includeCpts(SasBundling bundle, SlotQuery query, Collection<Organization> cpts) {
        var structures = new Structures(settings.profiles());
        cpts.forEach(one -> bundle.include(structures.service(one)));
        if (query.includes().contains(SlotQuery.WITH_ORGANIZATIONS)) {
            cpts.forEach(one -> bundle.include(structures.organization(one)));
        }
    }

    private Collection<Organization> cpts(List<OfferedSlot> found) {
        return organizations
                .listByIds(found.stream().flatMap(slot -> slot.cpts().stream()).collect(Collectors.toSet()))
                .values();
    }

    /** A practitioner at a place: where a slot's role is found. */
    private record Where(UUID practitionerId, UUID siteId) {
        static Where of(Practice practice) {
            return new Where(practice.practitioner().id(), practice.place().siteId());
        }

        static Where of(OfferedSlot slot) {
            return new Where(slot.practitionerId(), slot.siteId());
        }
    }
}
