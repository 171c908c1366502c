package fr.quartdheure.atlas.siting.median;

import fr.quartdheure.atlas.Watch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Solves the p-median exactly: a Lagrangian bound, an interchange heuristic, sites fixed by their reduced cost, and a
 * best-first search over the sites that remain. Stopped early, it answers with its best choice and a true bound. One
 * use each; not thread-safe.
 */
public final class MedianSolver {

    private static final int ROOT_ROUNDS = 2000;
    private static final int NODE_ROUNDS = 150;
    /** A node is rebuilt without its fixed sites once these are one in so many. */
    private static final int WORTH_REBUILDING = 5;

    private final MedianProblem whole;
    private final Incumbent incumbent;
    private final Interchange interchange;
    private final PriorityQueue<Branch> waiting = new PriorityQueue<>(Comparator.comparingDouble(Branch::bound));
    private @Nullable Node base;
    private int looked;
    private int nextLook = 1;
    private int nodes;

    private MedianSolver(MedianProblem whole, Watch watch) {
        this.whole = whole;
        this.incumbent = new Incumbent(whole, watch);
        this.interchange = new Interchange(whole);
    }

    /** The best choice with its bound; both are equal unless the watch stopped the search. */
    public static MedianSolution solve(MedianProblem problem, Watch watch) {
        return new MedianSolver(problem, watch).solve();
    }

    private MedianSolution solve() {
        improve(new Greedy(whole).choose());
        double bound = Double.NEGATIVE_INFINITY;
        bound = Math.max(bound, Math.min(explore(Node.root(whole)), next()));
        while (base != null && !waiting.isEmpty()) {
            Branch branch = waiting.remove();
            bound = Math.max(bound, branch.bound());
            if (bound > incumbent.cutoff()) {
                break;
            }
            incumbent.tell(bound);
            if (incumbent.over()) {
                return MedianSolution.of(incumbent.cost(), incumbent.proven(bound), incumbent.sites());
            }
            bound = Math.max(bound, Math.min(explore(branch.from(base)), next()));
        }
        incumbent.tell(incumbent.cost());
        return MedianSolution.of(incumbent.cost(), incumbent.cost(), incumbent.sites());
    }

    private double next() {
        Branch next = waiting.peek();
        return next == null ? Double.POSITIVE_INFINITY : next.bound();
    }

    /** Closes the node or leaves its two halves waiting; answers a bound on all of it. */
    private double explore(Node node) {
        nodes++;
        Node left = node;
        double bound = node.bound();
        int rounds = nodes == 1 ? ROOT_ROUNDS : NODE_ROUNDS;
        while (true) {
            if (isPlain(left)) {
                return Double.POSITIVE_INFINITY;
            }
            var ascent = new Ascent(left, incumbent);
            Node climbed = left;
            ascent.climb(rounds, (open, at) -> look(climbed, open, at));
            bound = Math.max(bound, ascent.bound);
            if (bound > incumbent.cutoff() || count(ascent.mustOpen) > left.problem().p) {
                return Double.POSITIVE_INFINITY;
            }
            Node here = left.at(ascent.price, bound);
            if (incumbent.over()) {
                postpone(here, new boolean[here.names().length], new boolean[here.names().length]);
                return bound;
            }
            if (ascent.fixed * WORTH_REBUILDING < left.problem().sites) {
                branch(here, ascent);
                return bound;
            }
            left = here.fix(ascent.mustOpen, ascent.mustClose);
        }
    }

    private void branch(Node node, Ascent ascent) {
        int site = mostDoubtful(ascent);
        boolean[] open = ascent.mustOpen.clone();
        boolean[] closed = ascent.mustClose.clone();
        open[site] = true;
        if (count(open) <= node.problem().p) {
            postpone(node, open, closed);
        }
        open[site] = false;
        closed[site] = true;
        postpone(node, open, closed);
    }

    private void postpone(Node node, boolean[] open, boolean[] closed) {
        if (base == null) {
            base = node;
        }
        waiting.add(Branch.of(whole, node, open, closed));
    }

    private static int mostDoubtful(Ascent ascent) {
        int best = -1;
        for (int j = 0; j < ascent.share.length; j++) {
            boolean free = !ascent.mustOpen[j] && !ascent.mustClose[j];
            if (free && (best < 0 || doubt(ascent.share[j]) > doubt(ascent.share[best]))) {
                best = j;
            }
        }
        return best;
    }

    private static double doubt(double share) {
        return Math.min(share, 1 - share);
    }

    private static int count(boolean[] marks) {
        int count = 0;
        for (boolean mark : marks) {
            count += mark ? 1 : 0;
        }
        return count;
    }

    /** Nothing is left to decide, or just one site: every choice is looked at. */
    private boolean isPlain(Node node) {
        MedianProblem left = node.problem();
        if (left.p > 1 && left.sites > left.p) {
            return false;
        }
        if (left.sites <= left.p || left.p == 0) {
            var all = new int[left.p];
            Arrays.setAll(all, j -> j);
            incumbent.offer(node.whole(all));
        } else {
            incumbent.offer(node.whole(new Greedy(left).choose()));
        }
        return true;
    }

    /** The interchange is tried at rounds 1, 2, 4, 8…: what opens changes little between them. */
    private void look(Node node, int[] open, double bound) {
        incumbent.tell(nodes == 1 ? bound : Math.min(bound, next()));
        int[] sites = node.whole(open);
        boolean better = incumbent.offer(sites);
        if (better || ++looked >= nextLook) {
            nextLook = looked * 2;
            improve(sites);
        }
    }

    private void improve(int[] sites) {
        int[] filled = filled(sites);
        incumbent.offer(filled);
        interchange.improve(filled, incumbent);
        incumbent.offer(filled);
    }

    /** A node that closed many sites may open fewer than p: more never cost more. */
    private int[] filled(int[] sites) {
        int[] all = Arrays.copyOf(sites, whole.p);
        var isOpen = new boolean[whole.sites];
        for (int site : sites) {
            isOpen[site] = true;
        }
        int next = 0;
        for (int k = sites.length; k < all.length; k++) {
            while (isOpen[next]) {
                next++;
            }
            isOpen[next] = true;
            all[k] = next;
        }
        return all;
    }
}
