package fr.quartdheure.planning;

import fr.quartdheure.geo.Departments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The parts of a picture's territory that figures can be asked for. */
final class Areas {

    private final Picture picture;

    Areas(Picture picture) {
        this.picture = picture;
    }

    /** Everything first, then regions, départements, CPTS and EPCI, each by name. */
    List<Area> list() {
        var areas = new ArrayList<Area>();
        areas.add(new Area(Area.Kind.ALL, "", ""));
        areas.addAll(
                of(Area.Kind.REGION, code -> Departments.regionOfCommune(code).orElse(""), Departments::regionName));
        areas.addAll(of(Area.Kind.DEPARTMENT, Departments::ofCommune, Departments::name));
        picture.facts().communities().keySet().stream()
                .map(Areas::community)
                .sorted(Comparator.comparing(Area::name))
                .forEach(areas::add);
        areas.addAll(epcis());
        return areas;
    }

    Optional<Area> find(String key) {
        return list().stream().filter(area -> area.key().equals(key)).findFirst();
    }

    /** The indexes of the communes of an area. */
    int[] communes(Area area) {
        Set<String> chosen = area.kind() == Area.Kind.CPTS ? communesOf(area) : Set.of();
        return IntStream.range(0, picture.demand().size())
                .filter(index -> switch (area.kind()) {
                    case ALL -> true;
                    case REGION ->
                        Departments.regionOfCommune(picture.code(index)).equals(Optional.of(area.code()));
                    case DEPARTMENT ->
                        Departments.ofCommune(picture.code(index)).equals(area.code());
                    case EPCI ->
                        picture.epci(index)
                                .filter(epci -> epci.code().equals(area.code()))
                                .isPresent();
                    case CPTS -> chosen.contains(picture.code(index));
                })
                .toArray();
    }

    private Set<String> communesOf(Area community) {
        return picture.facts().communities().entrySet().stream()
                .filter(one -> one.getKey().startsWith(community.code()))
                .findFirst()
                .map(one -> Set.copyOf(one.getValue()))
                .orElseGet(HashSet::new);
    }

    private static Area community(String idAndName) {
        int blank = idAndName.indexOf(' ');
        return new Area(Area.Kind.CPTS, idAndName.substring(0, blank), idAndName.substring(blank + 1));
    }

    private List<Area> of(Area.Kind kind, UnaryOperator<String> code, UnaryOperator<String> name) {
        return IntStream.range(0, picture.demand().size())
                .mapToObj(picture::code)
                .map(code)
                .filter(one -> !one.isEmpty())
                .distinct()
                .sorted()
                .map(one -> new Area(kind, one, name.apply(one)))
                .toList();
    }

    private List<Area> epcis() {
        Map<String, Area> byName = new TreeMap<>();
        picture.facts()
                .epcis()
                .values()
                .forEach(epci ->
                        byName.put(epci.name() + epci.code(), new Area(Area.Kind.EPCI, epci.code(), epci.name())));
        return List.copyOf(byName.values());
    }
}
