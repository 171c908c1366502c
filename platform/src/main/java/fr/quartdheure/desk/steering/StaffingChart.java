package fr.quartdheure.desk.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Doctors through the day as a drawing: a bar for each half-hour in one queue, and a broken line of steps where each
 * booth has its own. Told apart by form, not by colour.
 */
public record StaffingChart(List<StaffingAnswer.Row> rows) {

    /** Drawn as wide as a phone, so that its letters can be read there. */
    public static final int WIDTH = 340;

    public static final int HEIGHT = 190;
    private static final int LEFT = 34;
    private static final int TOP = 18;
    private static final int BOTTOM = 162;
    private static final int LETTER = 10;
    private static final int MOST_NUMBERS = 18;
    private static final int MOST_HOURS = 5;
    private static final int MOST_LINES = 4;

    /** One half-hour. */
    public record Bar(double x, double y, double width, double height, int doctors) {}

    /** A number beside the drawing and where it stands. */
    public record Mark(double at, int value) {}

    public List<Bar> bars() {
        return IntStream.range(0, rows.size())
                .mapToObj(place -> new Bar(
                        x(place) + gap(),
                        y(rows.get(place).pooled()),
                        x(1) - x(0) - 2 * gap(),
                        BOTTOM - y(rows.get(place).pooled()),
                        rows.get(place).pooled()))
                .toList();
    }

    /** Numbers on the bars are left out where they would run into each other. */
    public boolean hasNumbers() {
        return rows.size() <= MOST_NUMBERS && most() < 100;
    }

    /** Too low for letters within: they stand above. */
    public boolean isLow(Bar bar) {
        return bar.height() <= 2 * LETTER;
    }

    public double numberAt(Bar bar) {
        return isLow(bar) ? bar.y() - 3 : bar.y() + LETTER + 3;
    }

    public int fewestPooled() {
        return pooled().min().orElse(0);
    }

    public int mostPooled() {
        return pooled().max().orElse(0);
    }

    public int mostAlone() {
        return rows.stream().mapToInt(StaffingAnswer.Row::alone).max().orElse(0);
    }

    private IntStream pooled() {
        return rows.stream().mapToInt(StaffingAnswer.Row::pooled);
    }

    /** The steps as an SVG path. */
    public String alone() {
        var path = new StringBuilder();
        for (int place = 0; place < rows.size(); place++) {
            double y = y(rows.get(place).alone());
            path.append(place == 0 ? "M" : "L").append(point(x(place), y));
            path.append("L").append(point(x(place + 1), y));
        }
        return path.toString();
    }

    /** Numbers of doctors, from 0. */
    public List<Mark> lines() {
        int step = step(most(), MOST_LINES);
        var lines = new ArrayList<Mark>();
        for (int doctors = 0; doctors <= most(); doctors += step) {
            lines.add(new Mark(y(doctors), doctors));
        }
        return lines;
    }

    /** The places of the half-hours whose hour is written. */
    public List<Mark> hours() {
        int step = step(rows.size(), MOST_HOURS);
        return IntStream.range(0, rows.size())
                .filter(place -> place % step == 0)
                .mapToObj(place -> new Mark(x(place), place))
                .toList();
    }

    public int left() {
        return LEFT;
    }

    public int bottom() {
        return BOTTOM;
    }

    /** The most doctors of either way. */
    private int most() {
        return Math.max(mostAlone(), mostPooled());
    }

    private double x(int place) {
        return rounded(LEFT + (double) (WIDTH - LEFT) * place / rows.size());
    }

    private double y(int doctors) {
        return rounded(BOTTOM - (double) (BOTTOM - TOP) * doctors / Math.max(1, most()));
    }

    private double gap() {
        return rounded(0.06 * (x(1) - x(0)));
    }

    /** The least of 1, 2, 5, 10, 20, 50… that makes no more steps than these. */
    private static int step(int length, int most) {
        int step = 1;
        for (int turn = 0; length > step * most; turn++) {
            step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private static double rounded(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
}
