package fr.quartdheure.sas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The answer of one search in the making: every resource once, and the address that it answers. Not thread-safe. */
final class Bundling {

    private static final Fhir.Search MATCH = new Fhir.Search("match");
    private static final Fhir.Search INCLUDE = new Fhir.Search("include");

    private final SlotQuery query;
    private final String base;
    private final SasSettings.Profiles profiles;
    private final List<Fhir.Entry> entries = new ArrayList<>();
    private final Set<String> included = new HashSet<>();
    private int matches;

    Bundling(SlotQuery query, SasAddress address, SasSettings.Profiles profiles) {
        this.query = query;
        this.base = address.base();
        this.profiles = profiles;
    }

    void match(Fhir.Slot slot) {
        entries.add(new Fhir.Entry(base + "/Slot/" + slot.id(), slot, MATCH));
        matches++;
    }

    void include(Fhir.Resource resource) {
        String url = base + "/" + resource.resourceType() + "/" + resource.id();
        if (included.add(url)) {
            entries.add(new Fhir.Entry(url, resource, INCLUDE));
        }
    }

    /** An answer without slots is of the same profile for everybody. */
    Fhir.Bundle bundle() {
        boolean ofCpts = query.isOfCpts() && matches > 0;
        return new Fhir.Bundle(
                UUID.randomUUID().toString(),
                Fhir.Meta.of(ofCpts ? profiles.cptsBundle() : profiles.bundle()),
                "searchset",
                matches,
                List.of(new Fhir.Link("self", base + "/Slot?" + query.echo())),
                entries);
    }
}
