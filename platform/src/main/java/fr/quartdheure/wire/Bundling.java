package fr.quartdheure.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer of one search in the making: every resource once, with its address. Not thread-safe. */
public class Bundling {

    private static final Fhir.Search MATCH = new Fhir.Search("match");
    private static final Fhir.Search INCLUDE = new Fhir.Search("include");

    private final String base;
    private final List<Fhir.Entry> entries = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int matches;

    /** @param base of the interface, without a slash at the end */
    public Bundling(String base) {
        this.base = base;
    }

    public void match(Fhir.Resource resource) {
        String url = url(resource);
        known.add(url);
        entries.add(new Fhir.Entry(url, resource, MATCH));
        matches++;
    }

    /** What is there already, as a match or included, is left out. */
    public void include(Fhir.Resource resource) {
        String url = url(resource);
        if (known.add(url)) {
            entries.add(new Fhir.Entry(url, resource, INCLUDE));
        }
    }

    public int matches() {
        return matches;
    }

    protected String base() {
        return base;
    }

    public Fhir.Bundle searchset(
            @Nullable String id, Fhir.@Nullable Meta meta, @Nullable Integer total, List<Fhir.Link> links) {
        return new Fhir.Bundle(id, meta, "searchset", total, links, entries);
    }

    private String url(Fhir.Resource resource) {
        return base + "/" + resource.resourceType() + "/" + resource.id();
    }
}
