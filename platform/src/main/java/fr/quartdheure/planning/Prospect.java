package fr.quartdheure.planning;

import fr.quartdheure.atlas.travel.Place;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The territory as it is, or as it would be after some changes. Immutable, thread-safe. */
public final class Prospect {

    private final Picture picture;
    private final boolean[] standing;
    private final double[] supply;
    private final List<Opened> opened;
    private final double[] apl;

    /**
     * @param standing whether each point of care stays open
     * @param supply consultations a year that each place of the offer still gives
     */
    Prospect(Picture picture, boolean[] standing, double[] supply, List<Opened> opened, double[] apl) {
        this.picture = picture;
        this.standing = standing;
        this.supply = supply;
        this.opened = List.copyOf(opened);
        this.apl = apl;
    }

    public Picture picture() {
        return picture;
    }

    /** Accessible consultations a year and standardised inhabitant, by commune. */
    public double[] apl() {
        return apl.clone();
    }

    /** Minutes from each commune to the nearest such point of care, openings included. */
    public double[] nearest(CareKind kind) {
        if (kind.establishment().isPresent()) {
            return picture.nearest(kind);
        }
        double[] nearest = picture.nearest(standing(kind));
        for (Opened one : opened) {
            for (int commune = 0; one.isAt(kind) && commune < nearest.length; commune++) {
                nearest[commune] = Math.min(nearest[commune], one.minutes(commune));
            }
        }
        return nearest;
    }

    private boolean[] standing(CareKind kind) {
        var counts = new boolean[standing.length];
        for (int point = 0; point < counts.length; point++) {
            counts[point] = standing[point] && kind.isAt(picture.points().get(point));
        }
        return counts;
    }

    /** Where such care stands, openings included, and the ways to it. */
    public Destinations destinations(CareKind kind) {
        return kind.establishment()
                .map(picture.hospitals()::destinations)
                .orElseGet(() -> picture.sites().only(standing(kind)).and(opened(one -> one.isAt(kind))));
    }

    /** Where general practitioners are seen, openings included, and the ways to them as far as an APL looks. */
    public Destinations offered() {
        return new Destinations(picture.offer().places().list(), picture.minutesToOffer())
                .and(opened(one -> one.opening().doctors() > 0));
    }

    /** Consultations a year at each of {@link #offered()}, by index. */
    public double[] supply() {
        return DoubleStream.concat(
                        DoubleStream.of(supply),
                        opened.stream()
                                .filter(one -> one.opening().doctors() > 0)
                                .mapToDouble(one -> one.opening().consultations()))
                .toArray();
    }

    private List<Destinations.Added> opened(Predicate<Opened> which) {
        return IntStream.range(0, opened.size())
                .filter(index -> which.test(opened.get(index)))
                .mapToObj(index -> new Destinations.Added(
                        new Place(
                                "opening-" + (index + 1),
                                opened.get(index).opening().position()),
                        opened.get(index).minutes()))
                .toList();
    }

    /** Whether a point of care stays open. */
    public boolean stands(PointOfCare point) {
        int index = picture.points().indexOf(point);
        return index >= 0 && standing[index];
    }

    /** Over these communes, by index; minutes are to the nearest centre. */
    public Figures figures(int[] communes) {
        return Figures.of(communes, picture.demand(), nearest(CareKind.CENTRE), apl);
    }

    /** Inhabitants of these communes within so many minutes of such care. */
    public double within(int[] communes, CareKind kind, double minutes) {
        double[] nearest = nearest(kind);
        return Arrays.stream(communes)
                .filter(commune -> nearest[commune] <= minutes)
                .mapToDouble(picture.demand()::population)
                .sum();
    }
}
