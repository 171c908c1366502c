package fr.quartdheure.sas;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate authority that lives as long as a test, made with the JDK's own keytool. */
final class TestAuthority {

    private static final String PASSWORD = "not-a-secret";

    private final Path folder;

    TestAuthority(Path folder) {
        this.folder = folder;
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keystore",
                store("ca"),
                "-dname",
                "CN=Authority of a test",
                "-ext",
                "bc:c");
        pem("ca", "ca", folder.resolve("ca.pem"));
    }

    /** @param more options of keytool, as the dates */
    void issue(String alias, String name, String... more) {
        keytool("-genkeypair", "-alias", alias, "-keystore", store(alias), "-dname", name);
        keytool("-certreq", "-alias", alias, "-keystore", store(alias), "-file", file(alias + ".csr"));
        List<String> sign = new ArrayList<>(List.of(
                "-gencert",
                "-alias",
                "ca",
                "-keystore",
                store("ca"),
                "-infile",
                file(alias + ".csr"),
                "-outfile",
                file(alias + ".crt"),
                "-ext",
                "san=dns:localhost,ip:127.0.0.1"));
        sign.addAll(List.of(more));
        keytool(sign.toArray(String[]::new));
        keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", store(alias), "-file", file("ca.pem"));
        keytool("-importcert", "-noprompt", "-alias", alias, "-keystore", store(alias), "-file", file(alias + ".crt"));
    }

    Path revoke(String alias) throws IOException, GeneralSecurityException {
        var serial = ((X509Certificate) keys(alias).getCertificate(alias)).getSerialNumber();
        keytool(
                "-gencrl",
                "-rfc",
                "-alias",
                "ca",
                "-keystore",
                store("ca"),
                "-id",
                serial.toString(),
                "-file",
                file("revoked.pem"));
        return folder.resolve("revoked.pem");
    }

    Path authorities() {
        return folder.resolve("ca.pem");
    }

    Path certificate(String alias) {
        Path file = folder.resolve(alias + ".pem");
        pem(alias, alias, file);
        return file;
    }

    Path key(String alias) throws IOException, GeneralSecurityException {
        byte[] encoded = keys(alias).getKey(alias, PASSWORD.toCharArray()).getEncoded();
        Path file = folder.resolve(alias + ".key");
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                        + "\n-----END PRIVATE KEY-----\n");
        return file;
    }

    /**
     * @param alias whose certificate the client shows; null: it shows none
     * @param believed the authority that the client believes
     */
    SSLContext client(@Nullable String alias, Path believed) throws IOException, GeneralSecurityException {
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (var stream = Files.newInputStream(believed)) {
            anchors.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(stream));
        }
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(anchors);
        var context = SSLContext.getInstance("TLS");
        if (alias == null) {
            context.init(null, trusted.getTrustManagers(), null);
        } else {
            var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys(alias), PASSWORD.toCharArray());
            context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        }
        return context;
    }

    private KeyStore keys(String alias) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = new FileInputStream(store(alias))) {
            store.load(stream, PASSWORD.toCharArray());
        }
        return store;
    }

    private void pem(String store, String alias, Path to) {
        keytool("-exportcert", "-rfc", "-alias", alias, "-keystore", store(store), "-file", to.toString());
    }

    private String store(String alias) {
        return file(alias + ".p12");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-validity", "10"));
        }
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
