package fr.quartdheure.atlas.opening;

import java.util.Collection;

/** What each place lacks by the measure of the benefit, and how much of it a site would fill. */
final class Lacking {

    private final Brought brought;
    private final Benefit benefit;
    private final Measures measures;
    private final double[] apl;
    private final double[] nearest;

    /** @param base sites that are open in any case */
    Lacking(Brought brought, Collection<Integer> base) {
        this.brought = brought;
        this.benefit = brought.problem().aim().benefit();
        this.measures = brought.problem().aim().measures();
        this.apl = brought.aplWith(base);
        this.nearest = brought.nearestWith(base);
    }

    private boolean lacks(int place) {
        return benefit == Benefit.COVERED ? nearest[place] > measures.minutes() : measures.isUnder(apl[place]);
    }

    /** What filling each place is worth, in the unit of the benefit; 0 where nothing lacks. */
    double[] worth() {
        var worth = new double[apl.length];
        for (int i = 0; i < worth.length; i++) {
            Resident resident = brought.problem().residents().get(i);
            if (lacks(i)) {
                worth[i] = benefit == Benefit.APL_GAIN
                        ? resident.standardised() * (measures.threshold() - apl[i])
                        : resident.inhabitants();
            }
        }
        return worth;
    }

    /** The share, 0 to 1, of what each of its places lacks that the site alone fills. */
    double[] filledBy(int site) {
        int[] places = brought.places(site);
        var filled = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            if (lacks(places[k])) {
                filled[k] = benefit == Benefit.COVERED
                        ? brought.minutes(site)[k] <= measures.minutes() ? 1 : 0
                        : Math.min(1, brought.apl(site)[k] / (measures.threshold() - apl[places[k]]));
            }
        }
        return filled;
    }
}
