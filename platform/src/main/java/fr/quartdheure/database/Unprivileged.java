package fr.quartdheure.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where the platform is started by root, its server runs in a user namespace of its
 * own (same owner of the files, no power), or as nobody where namespaces are forbidden.
 */
enum Unprivileged {
    AS_IS(List.of()),
    USER_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged find() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        return succeeds("unshare", "-U", "true") ? USER_NAMESPACE : NOBODY;
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /**
     * A folder for unpacked programs that the server's user can traverse.
     *
     * @param home the platform's data folder, where the programs stand when its user has no home: a service's has none
     */
    Path cache(Path home) {
        if (this == NOBODY) {
            return Path.of("/var/tmp/quartdheure");
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg, "quartdheure");
        }
        Path own = Path.of(System.getProperty("user.home"));
        return Files.isWritable(own) ? own.resolve(".cache/quartdheure") : home.resolve("programs");
    }

    void own(Path... paths) throws IOException {
        if (this != NOBODY) {
            return;
        }
        for (Path path : paths) {
            Files.setAttribute(path, "unix:uid", NOBODY_ID);
            Files.setAttribute(path, "unix:gid", NOBODY_ID);
        }
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
