package fr.quartdheure.planning;

import java.util.Arrays;

/** The territory as it is, or as it would be after some changes. Immutable, thread-safe. */
public final class Prospect {

    private final Picture picture;
    private final boolean[] standing;
    private final double[] opened;
    private final double[] doctors;
    private final double[] apl;

    /**
     * @param standing whether each point of care stays open
     * @param opened minutes from each commune to the nearest opening
     * @param doctors the same to the nearest opening with a doctor
     */
    Prospect(Picture picture, boolean[] standing, double[] opened, double[] doctors, double[] apl) {
        this.picture = picture;
        this.standing = standing;
        this.opened = opened;
        this.doctors = doctors;
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
        var counts = new boolean[standing.length];
        for (int point = 0; point < counts.length; point++) {
            counts[point] = standing[point] && kind.isAt(picture.points().get(point));
        }
        double[] nearest = picture.nearest(counts);
        double[] added = kind.equals(CareKind.CENTRE)
                ? opened
                : kind.equals(CareKind.GENERAL_PRACTICE) ? doctors : new double[0];
        for (int commune = 0; commune < added.length; commune++) {
            nearest[commune] = Math.min(nearest[commune], added[commune]);
        }
        return nearest;
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
