package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.opening.OpeningPlan.Proof;
import fr.quartdheure.atlas.siting.Mip;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which year each of the chosen sites opens, so that the benefit after each year is greatest in sum: the best next
 * site first, then exchanges between years, then a mixed-integer model with the proof.
 */
final class Order {

    private static final double PROVED = 1e-6;
    private static final double WORTH_IT = 1e-9;

    private final Sums sums;
    private final int[] together;
    private final double base;
    private final boolean isGain;
    private int[] sequence;
    private double bound;

    /**
     * @param sites all of them open in the last year
     * @param together how many are open at the end of each year
     */
    Order(Brought staffed, List<Integer> sites, int[] together) {
        int[] free = sites.stream().mapToInt(Integer::intValue).toArray();
        var kept = OpeningSearch.kept(staffed.problem());
        Benefit benefit = staffed.problem().aim().benefit();
        this.sums = Sums.of(staffed, kept, free, free.length);
        this.together = together;
        this.isGain = benefit.isGain();
        this.base = benefit == Benefit.APL_GAIN ? 0 : staffed.access(kept).by(benefit);
        this.sequence = greedily();
        this.bound = sums.most() * together.length;
    }

    void search(Watch watch) {
        exchange(watch);
        if (together.length == 1) {
            bound = value(sequence);
            return;
        }
        var model = new SumsModel(sums);
        for (int year = 0; year < together.length - 1; year++) {
            model.addYear(together[year], open(sequence, together[year]));
        }
        Mip.End end = model.run(watch);
        double last = last();
        bound = Math.min(bound, model.bound() + last);
        if (end == Mip.End.OPTIMAL || end == Mip.End.FEASIBLE) {
            int[] other = sequence(model);
            sequence = value(other) > value(sequence) ? other : sequence;
        }
    }

    /** In the order in which they were found, year after year. */
    int[] sequence() {
        return sequence.clone();
    }

    Proof proof() {
        double found = value(sequence);
        boolean proved = bound - found <= PROVED * Math.max(1, found);
        return new Proof(told(found), told(proved ? found : bound), proved);
    }

    private double told(double filled) {
        return base * together.length + (isGain ? filled : -filled);
    }

    private int[] greedily() {
        var filling = new Filling(sums);
        var found = new int[sums.sites()];
        var isOpen = new boolean[found.length];
        for (int k = 0; k < found.length; k++) {
            int best = -1;
            for (int site = 0; site < found.length; site++) {
                if (!isOpen[site] && (best < 0 || filling.gain(site) > filling.gain(best))) {
                    best = site;
                }
            }
            isOpen[best] = true;
            filling.open(best);
            found[k] = best;
        }
        return found;
    }

    private void exchange(Watch watch) {
        double best = value(sequence);
        boolean better = true;
        while (better && !watch.over()) {
            better = false;
            for (int one = 0; one < sequence.length; one++) {
                for (int other = one + 1; other < sequence.length; other++) {
                    swap(one, other);
                    double value = value(sequence);
                    if (value > best + WORTH_IT * Math.max(1, best)) {
                        best = value;
                        better = true;
                    } else {
                        swap(one, other);
                    }
                }
            }
        }
    }

    private void swap(int one, int other) {
        int kept = sequence[one];
        sequence[one] = sequence[other];
        sequence[other] = kept;
    }

    /** What is filled after each year, summed over the years. */
    private double value(int[] order) {
        var filling = new Filling(sums);
        double sum = 0;
        int at = 0;
        for (int end : together) {
            for (; at < end; at++) {
                filling.open(order[at]);
            }
            sum += filling.value();
        }
        return sum;
    }

    /** After the last year everything is open, in whatever order. */
    private double last() {
        var filling = new Filling(sums);
        IntStream.range(0, sums.sites()).forEach(filling::open);
        return filling.value();
    }

    private boolean[] open(int[] order, int count) {
        var isOpen = new boolean[sums.sites()];
        Arrays.stream(order, 0, count).forEach(site -> isOpen[site] = true);
        return isOpen;
    }

    private int[] sequence(SumsModel model) {
        var year = new int[sums.sites()];
        for (int t = 0; t < together.length - 1; t++) {
            boolean[] open = model.open(t);
            for (int site = 0; site < open.length; site++) {
                year[site] += open[site] ? 0 : 1;
            }
        }
        return IntStream.range(0, year.length)
                .boxed()
                .sorted(Comparator.comparingInt(site -> year[site]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
