package fr.quartdheure.fhir;

import fr.quartdheure.wire.Bundling;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirAddress;
import fr.quartdheure.wire.QueryText;
import fr.quartdheure.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /fhir/Slot/<id>} and {@code GET /fhir/Slot?…}, of every type of resource that everybody may read. */
@RestController
class FhirReading {

    static final String OF_TYPE = FhirAddress.PATH + "/{type:" + Shelves.TYPES + "}";

    private final Shelves shelves;
    private final FhirAddress address;

    FhirReading(Shelves shelves, FhirAddress address) {
        this.shelves = shelves;
        this.address = address;
    }

    @GetMapping(OF_TYPE + "/{id}")
    ResponseEntity<byte[]> read(HttpServletRequest request, @PathVariable String type, @PathVariable String id) {
        Answers.checkFormat(request, format(QueryText.of(request.getQueryString())));
        if (!Asked.ID.matcher(id).matches()) {
            throw Refused.malformed("id-malformed", "", Refused.shown(id));
        }
        return shelves.of(type).listByIds(List.of(id)).stream()
                .findFirst()
                .map(resource -> Answers.of(request, resource))
                .orElseThrow(() -> Refused.absent("resource-unknown", type, id));
    }

    @GetMapping(OF_TYPE)
    ResponseEntity<byte[]> search(HttpServletRequest request, @PathVariable String type) {
        return search(request, shelves.of(type), QueryText.of(request.getQueryString()));
    }

    @PostMapping(OF_TYPE + "/_search")
    ResponseEntity<byte[]> searchByForm(HttpServletRequest request, @PathVariable String type) {
        String body = request.getContentType();
        if (body == null || !body.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw Refused.type("form-expected");
        }
        return search(request, shelves.of(type), QueryText.of(request.getParameterMap()));
    }

    private ResponseEntity<byte[]> search(HttpServletRequest request, Shelf shelf, QueryText query) {
        Answers.checkFormat(request, format(query));
        var search = Search.of(query, shelf, isStrict(request), shelves.includable(shelf.type()));
        return Answers.of(request, search.counted() ? counted(shelf, search) : page(shelf, search));
    }

    private Fhir.Bundle counted(Shelf shelf, Search search) {
        return new Bundling(address.base())
                .searchset(null, null, shelf.count(search.asked()), List.of(link("self", shelf, search.self())));
    }

    private Fhir.Bundle page(Shelf shelf, Search search) {
        List<? extends PublicResource> found = shelf.list(search.asked(), search.count() + 1);
        boolean more = found.size() > search.count();
        List<? extends PublicResource> matches = more ? found.subList(0, search.count()) : found;
        var bundle = new Bundling(address.base());
        matches.forEach(bundle::match);
        include(bundle, search, matches);
        var links = new ArrayList<Fhir.Link>();
        links.add(link("self", shelf, search.self()));
        if (more) {
            links.add(link("next", shelf, search.next(shelf.position(matches.getLast()))));
        }
        return bundle.searchset(null, null, total(shelf, search, more, matches.size()), links);
    }

    /** Known when it is all on this page; else it takes a count of its own, which the caller must want. */
    private static @Nullable Integer total(Shelf shelf, Search search, boolean more, int matches) {
        if (!more && search.asked().after() == null) {
            return matches;
        }
        return search.withTotal() ? shelf.count(search.asked()) : null;
    }

    /** One statement for each type that is referred to, and again for what those lead to. */
    private void include(Bundling bundle, Search search, Collection<? extends PublicResource> matches) {
        Set<String> known = new HashSet<>();
        List<PublicResource> leading = new ArrayList<>(matches);
        Set<String> includes = new HashSet<>(search.includes());
        includes.addAll(search.iterated());
        while (!leading.isEmpty()) {
            List<PublicResource> found = new ArrayList<>();
            shelves.references(leading, includes).forEach((type, ids) -> {
                var missing =
                        ids.stream().filter(id -> known.add(type + "/" + id)).toList();
                found.addAll(missing.isEmpty() ? List.of() : shelves.of(type).listByIds(missing));
            });
            found.forEach(bundle::include);
            leading = found;
            includes = search.iterated();
        }
    }

    private Fhir.Link link(String relation, Shelf shelf, String query) {
        return new Fhir.Link(relation, address.base() + "/" + shelf.type() + (query.isEmpty() ? "" : "?" + query));
    }

    private static @Nullable String format(QueryText query) {
        List<String> formats = query.values("_format");
        return formats.isEmpty() ? null : formats.getLast();
    }

    private static boolean isStrict(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Prefer")).stream()
                .anyMatch(prefer -> prefer.replace(" ", "").contains("handling=strict"));
    }
}
