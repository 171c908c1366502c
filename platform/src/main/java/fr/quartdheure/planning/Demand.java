package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Commune;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Who lives where: the communes without their districts, each known by its index from 0. Immutable, thread-safe.
 */
public final class Demand {

    /** No commune reaches farther from its centre; the cells of the map end there too. */
    private static final double WIDEST_KM = 15;

    private final List<Commune> communes;
    private final Places places;
    private final double[] population;
    private final double[] standardised;
    private final boolean byAge;

    /** @param standardisedByCode inhabitants weighted by age; a commune that is absent counts its inhabitants */
    Demand(List<Commune> communes, Map<String, Double> standardisedByCode) {
        this.communes = List.copyOf(communes);
        this.places = new Places(this.communes.stream()
                .map(commune -> new Place(commune.code(), commune.position(), commune.mountain()))
                .toList());
        this.population =
                this.communes.stream().mapToDouble(Commune::population).toArray();
        this.standardised = this.communes.stream()
                .mapToDouble(commune -> standardisedByCode.getOrDefault(commune.code(), (double) commune.population()))
                .toArray();
        this.byAge = !standardisedByCode.isEmpty();
    }

    public int size() {
        return communes.size();
    }

    public Commune commune(int index) {
        return communes.get(index);
    }

    public List<Commune> communes() {
        return communes;
    }

    public OptionalInt find(String code) {
        return places.find(code);
    }

    public Places places() {
        return places;
    }

    public double population(int index) {
        return population[index];
    }

    /** Inhabitants as counted, by index. */
    public double[] population() {
        return population.clone();
    }

    /** Inhabitants weighted by what their age consumes, by index; as counted where no file told. */
    public double[] standardised() {
        return standardised.clone();
    }

    double standardised(int index) {
        return standardised[index];
    }

    /** Whether a file told the weights by age; otherwise every inhabitant counts 1. */
    public boolean byAge() {
        return byAge;
    }

    /** The commune a place stands in: the one whose centre is nearest; none when even that is far. */
    public OptionalInt at(Position position) {
        int nearest = nearest(position);
        return nearest >= 0 && communes.get(nearest).position().kmTo(position) <= WIDEST_KM
                ? OptionalInt.of(nearest)
                : OptionalInt.empty();
    }

    private int nearest(Position position) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int index = 0; index < communes.size(); index++) {
            double km = communes.get(index).position().kmTo(position);
            if (km < least) {
                least = km;
                nearest = index;
            }
        }
        return nearest;
    }
}
