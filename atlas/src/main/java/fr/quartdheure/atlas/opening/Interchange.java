package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.Allowed;

/** A good choice without proof: the best next site again and again, then one exchanged for another while it helps. */
final class Interchange {

    private static final double WORTH_IT = 1e-9;

    private final Sums sums;
    private final Filling filling;
    private final Tally tally;
    private final boolean[] chosen;

    Interchange(Sums sums, Allowed allowed, int[] free) {
        this.sums = sums;
        this.filling = new Filling(sums);
        this.tally = new Tally(allowed, free);
        this.chosen = new boolean[sums.sites()];
    }

    void choose() {
        while (!tally.isFull()) {
            open(best());
        }
    }

    /** Until no exchange of two sites is better, or time is over. */
    void improve(Watch watch) {
        boolean better = true;
        while (better) {
            better = false;
            for (int site = 0; site < chosen.length && !watch.over(); site++) {
                better |= chosen[site] && exchange(site);
            }
        }
    }

    private boolean exchange(int site) {
        close(site);
        double kept = filling.gain(site);
        int other = best();
        boolean better = filling.gain(other) > kept + WORTH_IT * Math.max(1, kept);
        open(better ? other : site);
        return better;
    }

    private int best() {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int site = 0; site < chosen.length; site++) {
            if (!chosen[site] && tally.allows(site)) {
                double gain = filling.gain(site);
                if (gain > most) {
                    most = gain;
                    best = site;
                }
            }
        }
        return best;
    }

    private void open(int site) {
        chosen[site] = true;
        filling.open(site);
        tally.add(site);
    }

    private void close(int site) {
        chosen[site] = false;
        filling.close(site);
        tally.remove(site);
    }

    /** Whether each site is chosen. */
    boolean[] chosen() {
        return chosen.clone();
    }

    double value() {
        return filling.value();
    }
}
