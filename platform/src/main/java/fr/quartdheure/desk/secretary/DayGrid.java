package fr.quartdheure.desk.secretary;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Rows of a quarter of an hour. Lengths that are not quarters are rounded to the nearest row; what would then stand in
 * the same row, or overlaps in truth, is stacked in one cell, so that nothing is ever hidden.
 *
 * @param top start of the first row
 */
record DayGrid(Instant top, int rows) {

    private static final long ROW = Duration.ofMinutes(15).toSeconds();

    /** The smallest grid that holds all of these. */
    static DayGrid around(Collection<? extends Timed> all) {
        if (all.isEmpty()) {
            return new DayGrid(Instant.EPOCH, 0);
        }
        long first = all.stream()
                .mapToLong(one -> one.start().getEpochSecond())
                .min()
                .orElseThrow();
        long last =
                all.stream().mapToLong(one -> one.end().getEpochSecond()).max().orElseThrow();
        long top = Math.floorDiv(first, ROW);
        return new DayGrid(Instant.ofEpochSecond(top * ROW), (int) (Math.ceilDiv(last, ROW) - top));
    }

    Instant startOf(int row) {
        return top.plusSeconds(row * ROW);
    }

    /** The row whose upper edge is nearest to an instant; −1 or beyond the last row when it is not on the grid. */
    int nearestRow(Instant instant) {
        long nearest = Math.floorDiv(instant.getEpochSecond() - top.getEpochSecond() + ROW / 2, ROW);
        return (int) Math.clamp(nearest, -1, rows);
    }

    /** The cells of one column from top to bottom, never overlapping; the rows between them are empty. */
    <T extends Timed> List<Span<T>> column(Collection<T> items) {
        var spans = new ArrayList<Span<T>>();
        var ordered = items.stream().sorted(Comparator.comparing(Timed::start)).toList();
        for (T item : ordered) {
            Span<T> span = spanOf(item);
            Span<T> above = spans.isEmpty() ? null : spans.getLast();
            if (above != null && above.end() > span.row()) {
                spans.set(spans.size() - 1, above.with(span));
            } else {
                spans.add(span);
            }
        }
        return spans;
    }

    private <T extends Timed> Span<T> spanOf(T item) {
        int from = Math.clamp(nearestRow(item.start()), 0, rows - 1);
        int to = Math.clamp(nearestRow(item.end()), from + 1, rows);
        return new Span<>(from, to - from, List.of(item));
    }

    /** Anything with a beginning and an end. */
    interface Timed {
        Instant start();

        Instant end();
    }

    /** One cell: its first row, how many rows it covers, and what stands in it. */
    record Span<T>(int row, int rows, List<T> items) {

        int end() {
            return row + rows;
        }

        private Span<T> with(Span<T> other) {
            var both = new ArrayList<>(items);
            both.addAll(other.items);
            return new Span<>(row, Math.max(end(), other.end()) - row, both);
        }
    }
}
