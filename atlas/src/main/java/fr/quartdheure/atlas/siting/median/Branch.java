package fr.quartdheure.atlas.siting.median;

import java.util.Arrays;

/**
 * A node that waits, in little memory: it is built again when its turn comes.
 *
 * @param state of each site of the whole problem
 * @param price of each demand of the whole problem; rounding only makes the ascent start a little lower
 * @param bound no choice of this node costs less
 */
record Branch(byte[] state, float[] price, double bound) {

    private static final byte CLOSED = 0;
    private static final byte FREE = 1;
    private static final byte OPEN = 2;

    /** The node with these of its sites opened and closed besides. */
    static Branch of(MedianProblem whole, Node node, boolean[] open, boolean[] closed) {
        var state = new byte[whole.sites];
        for (int site : node.opened()) {
            state[site] = OPEN;
        }
        int[] names = node.names();
        for (int k = 0; k < names.length; k++) {
            state[names[k]] = open[k] ? OPEN : closed[k] ? CLOSED : FREE;
        }
        var price = new float[whole.demands];
        for (int i = 0; i < node.places().length; i++) {
            price[node.places()[i]] = (float) node.price()[i];
        }
        return new Branch(state, price, node.bound());
    }

    /** Builds the node from a node that it descends from. */
    Node from(Node ancestor) {
        int[] names = ancestor.names();
        var open = new boolean[names.length];
        var closed = new boolean[names.length];
        for (int k = 0; k < names.length; k++) {
            open[k] = state[names[k]] == OPEN;
            closed[k] = state[names[k]] == CLOSED;
        }
        var prices = new double[ancestor.places().length];
        Arrays.setAll(prices, i -> price[ancestor.places()[i]]);
        return ancestor.at(prices, bound).fix(open, closed);
    }
}
