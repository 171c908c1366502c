package fr.quartdheure.planning;

import fr.quartdheure.geo.Departments;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        areas.addAll(byName(picture.facts().communities().keySet().stream()));
        areas.addAll(byName(picture.facts().epcis().values().stream()
                .map(epci -> new Area(Area.Kind.EPCI, epci.code(), epci.name()))));
        return areas;
    }

    Optional<Area> find(String key) {
        return list().stream().filter(area -> area.key().equals(key)).findFirst();
    }

    /** The indexes of the communes of an area. */
    int[] communes(Area area) {
        Set<String> chosen = picture.facts().communities().getOrDefault(area, Set.of());
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

    private List<Area> of(Area.Kind kind, UnaryOperator<String> code, UnaryOperator<String> name) {
        return byName(IntStream.range(0, picture.demand().size())
                .mapToObj(picture::code)
                .map(code)
                .filter(one -> !one.isEmpty())
                .map(one -> new Area(kind, one, name.apply(one))));
    }

    /** As French readers look for them: an accent does not send Évian behind Zuydcoote. */
    private static List<Area> byName(Stream<Area> areas) {
        var collator = Collator.getInstance(Locale.FRENCH);
        return areas.distinct()
                .sorted(Comparator.comparing(Area::name, collator).thenComparing(Area::code))
                .toList();
    }
}
