package fr.quartdheure.cli;

import fr.quartdheure.atlas.Watch;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts the seconds of a solver, stops it in time, and shows its incumbent and bound on standard error. */
final class SolvingWatch implements Watch {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1000;

    private final PrintWriter err;
    private final double limit;
    private final boolean isTerminal;
    private final long start = System.nanoTime();
    private long last = start;
    private boolean shown;

    SolvingWatch(PrintWriter err, @Nullable Double limit) {
        this.err = err;
        this.limit = limit == null ? Double.POSITIVE_INFINITY : limit;
        var console = System.console();
        this.isTerminal = console != null && console.isTerminal();
    }

    /** Seconds since the command began, to the millisecond. */
    double seconds() {
        return Math.round((System.nanoTime() - start) / NANOS * MILLIS) / MILLIS;
    }

    @Override
    public double secondsLeft() {
        return limit - (System.nanoTime() - start) / NANOS;
    }

    @Override
    public void hear(double incumbent, double bound) {
        long now = System.nanoTime();
        if (now - last < PAUSE) {
            return;
        }
        last = now;
        shown = true;
        err.printf(
                Locale.ROOT,
                "%s%.1f s  incumbent %s  bound %s",
                isTerminal ? "\r" : "",
                seconds(),
                number(incumbent),
                number(bound));
        err.print(isTerminal ? "    " : System.lineSeparator());
        err.flush();
    }

    /** Ends the line that moved. */
    void end() {
        if (shown && isTerminal) {
            err.println();
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "unknown";
    }
}
