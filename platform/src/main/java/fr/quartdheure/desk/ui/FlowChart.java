package fr.quartdheure.desk.ui;

import fr.quartdheure.registration.MonthlyFlow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who came on a list and who was taken on, month by month, as bars side by side; drawn on the server. */
public record FlowChart(List<MonthlyFlow> months, boolean withCame) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 200;
    public static final int LEFT = 40;
    public static final int BOTTOM = 170;
    private static final int TOP = 12;
    private static final double GAP = 0.2;

    /** @param second whether it shows those taken on */
    public record Bar(double x, double y, double width, double height, boolean second) {}

    /** A month under the axis. */
    public record Mark(double x, LocalDate month) {}

    private int most() {
        return Math.max(
                4,
                months.stream()
                        .mapToInt(one -> Math.max(withCame ? one.came() : 0, one.taken()))
                        .max()
                        .orElse(0));
    }

    private double step() {
        return (WIDTH - LEFT) / (double) Math.max(1, months.size());
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / most();
    }

    public List<Bar> bars() {
        var bars = new ArrayList<Bar>();
        double width = step() * (1 - GAP) / (withCame ? 2 : 1);
        for (int place = 0; place < months.size(); place++) {
            double x = LEFT + step() * (place + GAP / 2);
            MonthlyFlow one = months.get(place);
            if (withCame) {
                bars.add(bar(x, width, one.came(), false));
            }
            bars.add(bar(withCame ? x + width : x, width, one.taken(), true));
        }
        return bars;
    }

    private Bar bar(double x, double width, int value, boolean second) {
        return new Bar(rounded(x), rounded(y(value)), rounded(width), rounded(BOTTOM - y(value)), second);
    }

    /** Every second month: twelve names do not fit on a phone. */
    public List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        for (int place = months.size() - 1; place >= 0; place -= 2) {
            marks.add(new Mark(
                    rounded(LEFT + step() * (place + 0.5)), months.get(place).first()));
        }
        return marks;
    }

    /** The values of the horizontal lines, with the height of each. */
    public List<double[]> lines() {
        int half = Math.max(1, most() / 2);
        return List.of(new double[] {0, y(0)}, new double[] {half, y(half)}, new double[] {most(), y(most())});
    }

    public int came() {
        return months.stream().mapToInt(MonthlyFlow::came).sum();
    }

    public int taken() {
        return months.stream().mapToInt(MonthlyFlow::taken).sum();
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
