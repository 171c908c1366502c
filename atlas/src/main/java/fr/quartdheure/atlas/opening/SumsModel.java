package fr.quartdheure.atlas.opening;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.siting.Mip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@link Sums} as a mixed-integer model over one year or more: which sites are open in each, and how full each place
 * is. What opens stays open.
 */
final class SumsModel {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Sums sums;
    private final Mip mip = new Mip();
    private final List<MPVariable[]> open = new ArrayList<>();
    private final List<MPVariable> all = new ArrayList<>();
    private final List<Double> hints = new ArrayList<>();

    SumsModel(Sums sums) {
        this.sums = sums;
        mip.solver().objective().setMaximization();
    }

    /**
     * @param count how many sites are open in it
     * @param known a choice to begin with
     */
    void addYear(int count, boolean[] known) {
        var year = new MPVariable[sums.sites()];
        var filling = new Filling(sums);
        for (int j = 0; j < year.length; j++) {
            year[j] = mip.solver().makeBoolVar("");
            hint(year[j], known[j] ? 1 : 0);
            if (known[j]) {
                filling.open(j);
            }
            if (!open.isEmpty()) {
                MPConstraint stays = mip.solver().makeConstraint(-INFINITY, 0);
                stays.setCoefficient(open.getLast()[j], 1);
                stays.setCoefficient(year[j], -1);
            }
        }
        open.add(year);
        limit(IntStream.range(0, year.length).toArray(), count, count);
        fill(year, filling);
    }

    /** So many of these sites are open in the last year. */
    void limit(int[] sites, double least, double most) {
        MPConstraint count = mip.solver().makeConstraint(least, most);
        for (int j : sites) {
            count.setCoefficient(open.getLast()[j], 1);
        }
    }

    private void fill(MPVariable[] year, Filling known) {
        var filled = new MPVariable[sums.worth().length];
        var limits = new MPConstraint[filled.length];
        for (int j = 0; j < year.length; j++) {
            for (int k = 0; k < sums.places()[j].length; k++) {
                int place = sums.places()[j][k];
                if (filled[place] == null && sums.worth()[place] > 0) {
                    filled[place] = filled(place, known);
                    limits[place] = mip.solver().makeConstraint(-INFINITY, 0);
                    limits[place].setCoefficient(filled[place], 1);
                }
                if (filled[place] != null) {
                    limits[place].setCoefficient(year[j], -sums.shares()[j][k]);
                }
            }
        }
    }

    private MPVariable filled(int place, Filling known) {
        MPVariable filled =
                sums.whole() ? mip.solver().makeBoolVar("") : mip.solver().makeNumVar(0, 1, "");
        mip.solver().objective().setCoefficient(filled, sums.worth()[place]);
        hint(filled, known.counts(place));
        return filled;
    }

    private void hint(MPVariable variable, double value) {
        all.add(variable);
        hints.add(value);
    }

    Mip.End run(Watch watch) {
        mip.solver()
                .setHint(
                        all.toArray(MPVariable[]::new),
                        hints.stream().mapToDouble(hint -> hint).toArray());
        return mip.run(watch);
    }

    /** The most that the places may be worth in all years together. */
    double bound() {
        return mip.bound();
    }

    /** The sites that are open in a year, counted from 0. */
    boolean[] open(int year) {
        var chosen = new boolean[sums.sites()];
        for (int j = 0; j < chosen.length; j++) {
            chosen[j] = open.get(year)[j].solutionValue() > 0.5;
        }
        return chosen;
    }
}
