package fr.quartdheure.cli;

import fr.quartdheure.intake.ImportProgress;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** A bar on standard error that moves ten times a second at most; silent where nobody watches. */
final class ProgressBar implements ImportProgress {

    private static final int WIDTH = 30;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final PrintWriter out;
    private final String counted;
    private final boolean watched;
    private long last;

    ProgressBar(PrintWriter out) {
        this(out, "rows");
    }

    /** @param counted what is counted beside the bar */
    ProgressBar(PrintWriter out, String counted) {
        this.out = out;
        this.counted = counted;
        var console = System.console();
        this.watched = console != null && console.isTerminal();
    }

    @Override
    public void at(long rows, long bytes, long total) {
        long now = System.nanoTime();
        if (!watched || now - last < PAUSE) {
            return;
        }
        last = now;
        int done = total <= 0 ? 0 : (int) Math.clamp(bytes * WIDTH / total, 0, WIDTH);
        String bar = "#".repeat(done) + ".".repeat(WIDTH - done);
        out.printf("\r[%s] %3d %%  %d %s", bar, done * 100 / WIDTH, rows, counted);
        out.flush();
    }

    /** Leaves the line clean. */
    void end() {
        if (watched) {
            out.printf("\r%s\r", " ".repeat(WIDTH + 30));
            out.flush();
        }
    }
}
