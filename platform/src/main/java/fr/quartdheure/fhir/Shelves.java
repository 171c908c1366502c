package fr.quartdheure.fhir;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All types of resource that are served, and what refers to what among them. Thread-safe. */
@Component
class Shelves {

    /** For the mappings of the controllers; {@link #Shelves} proves that it names what there is. */
    static final String TYPES = "Organization|Location|HealthcareService|PractitionerRole|Practitioner|Schedule|Slot";

    private final Map<String, Shelf> byType = new LinkedHashMap<>();

    Shelves(List<Shelf> shelves) {
        for (String type : TYPES.split("\\|")) {
            byType.put(
                    type,
                    shelves.stream()
                            .filter(shelf -> shelf.type().equals(type))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("nothing serves " + type)));
        }
    }

    Collection<Shelf> list() {
        return byType.values();
    }

    Optional<Shelf> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    Shelf of(String type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException(type + " is not among " + TYPES));
    }

    /** What a search of this type may bring along: from itself, and from whatever that leads to. */
    Set<String> includable(String type) {
        var includes = new LinkedHashSet<String>();
        byType.values()
                .forEach(shelf -> shelf.includes().forEach(include -> {
                    includes.add(include);
                    targets(include).forEach(target -> includes.add(include + ":" + target));
                }));
        return includes;
    }

    /** What the resources refer to by these includes, by type. */
    Map<String, List<String>> references(Collection<? extends PublicResource> resources, Set<String> includes) {
        return includes.stream()
                .map(include -> include.split(":"))
                .flatMap(include -> resources.stream()
                        .filter(resource -> resource.resourceType().equals(include[0]))
                        .flatMap(resource -> resource.links(include[1]).stream())
                        .filter(link -> include.length < 3 || link.startsWith(include[2] + "/")))
                .distinct()
                .map(link -> link.split("/"))
                .collect(Collectors.groupingBy(
                        link -> link[0], LinkedHashMap::new, Collectors.mapping(link -> link[1], Collectors.toList())));
    }

    private List<String> targets(String include) {
        String parameter = include.substring(include.indexOf(':') + 1);
        return switch (parameter) {
            case "schedule" -> List.of(Schedules.TYPE);
            case "actor" -> Schedules.ACTORS;
            case "practitioner" -> List.of(Practitioners.TYPE);
            case "organization" -> List.of(Organizations.TYPE);
            case "location" -> List.of(Locations.TYPE);
            default -> List.of();
        };
    }
}
