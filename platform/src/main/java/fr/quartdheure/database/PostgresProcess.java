package fr.quartdheure.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server under its guarding shell; started again on the same port when it ends by itself. */
final class PostgresProcess {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    private static final long MEGABYTE = 1L << 20;
    private static final String GUARDED = """
            exec 3<&0
            "$@" 3<&- &
            server=$!
            (cat <&3 >/dev/null; kill -INT $server 2>/dev/null) &
            guard=$!
            wait $server
            code=$?
            kill $guard 2>/dev/null
            exit $code
            """;

    private final Path folder;
    private final Path programs;
    private final Unprivileged unprivileged;
    private final int port;
    private final FolderLock lock;
    private volatile boolean stopping;
    private volatile Process shell;

    /** @param lock given back when the process is closed */
    PostgresProcess(Path folder, Path programs, Unprivileged unprivileged, int port, FolderLock lock)
            throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.unprivileged = unprivileged;
        this.port = port;
        this.lock = lock;
        this.shell = launch();
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    void keepAlive() {
        Thread.ofVirtual().name("postgres-watch").start(this::watch);
    }

    void close() {
        synchronized (lock) {
            stopping = true;
        }
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(30, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
            lock.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not hear the request to stop: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of("setsid", "sh", "-c", GUARDED, "postgres"));
        command.add(programs.resolve("bin/postgres").toString());
        command.add("-D");
        command.add(folder.toString());
        settings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return new ProcessBuilder(unprivileged.command(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("postgresql.log").toFile()))
                .start();
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", String.valueOf(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                // Under load several commits wait for one write; alone a commit waits for nothing.
                Map.entry("commit_delay", "200"),
                Map.entry("max_connections", "80"),
                Map.entry("shared_buffers", sharedMegabytes() + "MB"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("log_lock_waits", "on"),
                Map.entry("timezone", "UTC"));
    }

    /** An eighth of the machine's memory, within reason: a region's agendas and their indexes fit in a gigabyte. */
    private static long sharedMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? Math.clamp(machine.getTotalMemorySize() / 8 / MEGABYTE, 256L, 1024L)
                : 256;
    }

    private void watch() {
        while (!stopping) {
            try {
                int code = shell.waitFor();
                if (!stopping) {
                    LOG.error("PostgreSQL ended by itself (code {}): starting it again", code);
                    pause(Duration.ofMillis(500));
                    relaunch();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                LOG.error("PostgreSQL cannot be started again: {}", e.getMessage());
                pause(Duration.ofSeconds(2));
            }
        }
    }

    /** Under the lock that close() takes: nothing is started behind its back. */
    private void relaunch() throws IOException {
        synchronized (lock) {
            if (!stopping) {
                shell = launch();
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
