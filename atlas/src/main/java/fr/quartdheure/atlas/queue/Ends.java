package fr.quartdheure.atlas.queue;

import java.util.Arrays;

/** The ends of the services under way, the next first: a binary heap without boxes. Not thread-safe. */
final class Ends {

    private double[] ends = new double[16];
    private int size;

    int size() {
        return size;
    }

    /** The next end in minutes; endless when nobody is served. */
    double next() {
        return size == 0 ? Double.POSITIVE_INFINITY : ends[0];
    }

    void add(double end) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        int place = size++;
        while (place > 0 && ends[(place - 1) / 2] > end) {
            ends[place] = ends[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        ends[place] = end;
    }

    void removeNext() {
        double last = ends[--size];
        int place = 0;
        for (int child = 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && ends[child + 1] < ends[child]) {
                child++;
            }
            if (last <= ends[child]) {
                break;
            }
            ends[place] = ends[child];
            place = child;
        }
        ends[place] = last;
    }
}
