package fr.quartdheure.database;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server in a Java process of its own, as the platform has it: to be killed by tests. */
final class Alone {

    private Alone() {}

    /** Starts a server on the folder given and prints its process number and port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var server = PostgresServer.start(Path.of(arguments[0]));
        System.out.println("server " + server.pid() + " " + server.jdbcUrl());
        Thread.sleep(Long.MAX_VALUE);
    }

    static ProcessBuilder process(Set<Path> classPath, Path data, String... prefix) {
        var command = new ArrayList<>(List.of(prefix));
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(List.of(Alone.class.getName(), data.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** What the server needs, and nothing else of the application. */
    static Set<Path> classPath() {
        var resources = Stream.of(
                "/fr/quartdheure/database/PostgresServer.class",
                "/fr/quartdheure/database/Alone.class",
                "/postgres-linux-x86_64.txz",
                "/org/apache/commons/compress/archivers/tar/TarArchiveEntry.class",
                "/org/apache/commons/io/IOUtils.class",
                "/org/apache/commons/lang3/StringUtils.class",
                "/org/tukaani/xz/XZInputStream.class",
                "/org/postgresql/Driver.class",
                "/org/slf4j/Logger.class");
        return resources
                .map(resource -> Objects.requireNonNull(Alone.class.getResource(resource), resource))
                .map(Alone::origin)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The class path copied to where any user can read it. */
    static Set<Path> copiedTo(Path folder) throws IOException {
        var copies = new LinkedHashSet<Path>();
        for (Path entry : classPath()) {
            Path copy = folder.resolve(copies.size() + "-" + entry.getFileName());
            try (var files = Files.walk(entry)) {
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(entry.relativize(file).toString()));
                }
            }
            copies.add(copy);
        }
        return copies;
    }

    private static Path origin(URL url) {
        try {
            String text = url.toString();
            if (text.startsWith("jar:")) {
                return Path.of(new URI(text.substring(4, text.indexOf("!/"))));
            }
            Path file = Path.of(url.toURI());
            return file.resolve("../../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
