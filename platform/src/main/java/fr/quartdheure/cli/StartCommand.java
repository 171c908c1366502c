package fr.quartdheure.cli;

import fr.quartdheure.QuartdheureApplication;
import fr.quartdheure.database.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code start}: the application with its own PostgreSQL, or on an external one. */
@Command(
        name = "start",
        description = "Starts the platform and prints its address once it serves.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

    /** The application goes on in its own threads: the process must not end with the command. */
    static final int SERVING = -1;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", description = "Port to listen on; 0 takes a free one.")
    private int port;

    @Option(names = "--data", description = "Data folder (default: var/demo or var/real).")
    private @Nullable Path data;

    @Option(names = "--demo", description = "Demonstration: bundled territory, fictitious people, nothing leaves.")
    private boolean demo;

    @Option(names = "--database", description = "JDBC URL of an external PostgreSQL 18 instead of the bundled one.")
    private @Nullable String database;

    @Option(names = "--address", defaultValue = "127.0.0.1", description = "Address to listen on.")
    private String address = "127.0.0.1";

    @Option(names = "--certificate", description = "TLS certificate chain (PEM).")
    private @Nullable Path certificate;

    @Option(names = "--key", description = "TLS private key (PEM).")
    private @Nullable Path key;

    @Option(names = "--behind-proxy", description = "Address of the proxy whose forwarded headers are believed.")
    private @Nullable String proxy;

    @Option(names = "--public-url", description = "Address of the links in messages, as https://sante.example.org.")
    private @Nullable String publicUrl;

    @Option(names = "--insecure-http", description = "Listen beyond loopback without TLS, knowing what it means.")
    private boolean insecureHttp;

    @Mixin
    private final SasOptions sas = new SasOptions();

    @Option(
            names = "--bench-unlimited",
            description = "Lifts the limits on public writes, on loopback only: for measurements.")
    private boolean benchUnlimited;

    @Override
    public Integer call() throws IOException {
        checkOptions();
        Map<String, Object> settings = new HashMap<>();
        settings.put("quartdheure.demo", demo);
        settings.put("quartdheure.one-step-sign-in", demo);
        settings.put("quartdheure.data", folder().toAbsolutePath());
        settings.put("server.port", port);
        settings.put("server.address", address);
        settings.put("quartdheure.bench-unlimited", benchUnlimited);
        sas.put(settings, address);
        if (publicUrl != null) {
            settings.put("quartdheure.public-url", publicUrl);
        }
        secure(settings);
        if (database != null) {
            settings.put("spring.datasource.url", database);
        } else {
            startOwnDatabase(settings);
        }
        serve(settings);
        return SERVING;
    }

    private void serve(Map<String, Object> settings) throws IOException {
        var application = new SpringApplication(QuartdheureApplication.class);
        application.setRegisterShutdownHook(true);
        application.setDefaultProperties(Map.of("spring.datasource.hikari.maximum-pool-size", connections()));
        var context = application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
        announce(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** More statements at once than this only wait for the processors inside PostgreSQL, where the wait is unfair. */
    private static int connections() {
        return Math.clamp(4L * Runtime.getRuntime().availableProcessors(), 8, 32);
    }

    private void checkOptions() throws IOException {
        boolean loopback = InetAddress.getByName(address).isLoopbackAddress();
        if (demo && !loopback) {
            throw new Refusal(
                    "A demonstration listens on loopback only: its accounts are public. Leave --address out.");
        }
        if ((certificate == null) != (key == null)) {
            throw new Refusal("--certificate and --key go together.");
        }
        if (!loopback && certificate == null && proxy == null && !insecureHttp) {
            throw new Refusal("Beyond loopback the platform needs TLS (--certificate and --key), a proxy that brings it"
                    + " (--behind-proxy ADDRESS), or --insecure-http.");
        }
        sas.check();
        if (benchUnlimited && !loopback) {
            throw new Refusal("--bench-unlimited is for measurements on loopback only.");
        }
    }

    private void secure(Map<String, Object> settings) {
        if (certificate != null && key != null) {
            settings.put(
                    "spring.ssl.bundle.pem.web.keystore.certificate",
                    certificate.toUri().toString());
            settings.put(
                    "spring.ssl.bundle.pem.web.keystore.private-key",
                    key.toUri().toString());
            settings.put("server.ssl.bundle", "web");
        }
        if (proxy != null) {
            settings.put("server.forward-headers-strategy", "native");
            settings.put("server.tomcat.remoteip.internal-proxies", proxy.replace(".", "\\."));
        }
        if (certificate != null || proxy != null) {
            settings.put("server.servlet.session.cookie.secure", true);
        }
        if (benchUnlimited) {
            spec.commandLine()
                    .getErr()
                    .println("WARNING: limits on public writes are lifted (--bench-unlimited), for measurements only.");
        }
    }

    private void startOwnDatabase(Map<String, Object> settings) throws IOException {
        var postgres = PostgresServer.start(folder());
        SpringApplication.getShutdownHandlers().add(postgres::close);
        settings.put("spring.datasource.url", postgres.jdbcUrl());
        settings.put("spring.datasource.username", postgres.user());
        settings.put("spring.datasource.password", postgres.password());
    }

    /** Also beside a PostgreSQL of somebody else's: what is kept for the day the computer is down stands there. */
    private Path folder() {
        return data != null ? data : Path.of("var", demo ? "demo" : "real");
    }

    /** "Everywhere" is no address that a browser can open. */
    private void announce(String listening) throws IOException {
        String scheme = certificate != null ? "https" : "http";
        boolean here =
                "127.0.0.1".equals(address) || InetAddress.getByName(address).isAnyLocalAddress();
        var host = here ? "localhost" : address;
        spec.commandLine().getOut().println("Quart d'heure est prêt : " + scheme + "://" + host + ":" + listening);
    }
}
