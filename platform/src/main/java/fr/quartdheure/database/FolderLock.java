package fr.quartdheure.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process at a time on a data folder; the system itself gives the lock back when the process ends, however. */
final class FolderLock implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private static final String MARK = "postmaster.pid";

    /** The system lets a process lock a file twice, and drops both locks when it closes one: looked at first. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private FolderLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** @throws DataFolderRefused when another process serves this folder */
    static FolderLock take(Path home, Path postgres) throws IOException {
        if (!HELD.add(home)) {
            throw inUse(home);
        }
        var lock = open(home);
        try {
            if (lock.channel.tryLock() == null) {
                throw inUse(home);
            }
            awaitEndOfFormer(home, postgres.resolve(MARK));
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FolderLock open(Path home) throws IOException {
        try {
            return new FolderLock(home, FileChannel.open(home.resolve("in-use"), CREATE, WRITE));
        } catch (IOException e) {
            HELD.remove(home);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(home);
    }

    /** A platform that was killed leaves its server a moment to stop cleanly. */
    private static void awaitEndOfFormer(Path home, Path mark) throws IOException {
        for (int tenths = 0; serverOf(mark).isPresent(); tenths++) {
            if (tenths > PATIENCE_SECONDS * 10) {
                throw inUse(home);
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** The port of the server that runs on a folder: its file holds the process on line 1 and the port on line 4. */
    static OptionalInt portOfServer(Path postgres) throws IOException {
        Path mark = postgres.resolve(MARK);
        if (serverOf(mark).isEmpty()) {
            return OptionalInt.empty();
        }
        var lines = Files.readAllLines(mark);
        return lines.size() < 4
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(lines.get(3).strip()));
    }

    private static Optional<ProcessHandle> serverOf(Path mark) throws IOException {
        if (!Files.isReadable(mark)) {
            return Optional.empty();
        }
        String pid = Files.readString(mark).lines().findFirst().orElse("").strip();
        if (!pid.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        // After a power cut the number may have gone to something else.
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    }

    private static DataFolderRefused inUse(Path home) {
        return new DataFolderRefused("The data folder " + home
                + " is already in use: stop the platform that serves it, or choose another with --data.");
    }

    private static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the former server", e);
        }
    }
}
