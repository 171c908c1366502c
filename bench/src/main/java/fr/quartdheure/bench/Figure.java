package fr.quartdheure.bench;

import java.util.Locale;

/** One measured figure beside its target. */
record Figure(String name, double value, String unit, Target target) {

    static Figure atMost(String name, double value, String unit, double most) {
        return new Figure(name, value, unit, new Target("≤ ", most, value <= most));
    }

    static Figure atLeast(String name, double value, String unit, double least) {
        return new Figure(name, value, unit, new Target("≥ ", least, value >= least));
    }

    static Figure exactly(String name, double value, String unit, double wanted) {
        return new Figure(name, value, unit, new Target("", wanted, value == wanted));
    }

    String row() {
        return "| " + name + " | " + number(value) + " " + unit + " | " + target.sign + number(target.limit) + " "
                + unit + " | " + (target.reached ? "ok" : "**not reached**") + " |";
    }

    String line() {
        return name + ": " + number(value) + " " + unit + " (target " + target.sign + number(target.limit) + ") "
                + (target.reached ? "ok" : "NOT REACHED");
    }

    private static String number(double value) {
        String format = value == Math.rint(value) ? "%.0f" : value < 10 ? "%.2f" : "%.1f";
        return String.format(Locale.ROOT, format, value);
    }

    /** @param sign what stands before the limit */
    record Target(String sign, double limit, boolean reached) {}
}
