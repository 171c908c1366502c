package fr.quartdheure.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the SAS is served: on a port of its own with certificates, or without them on the operator's word. */
final class SasOptions {

    @Option(
            names = "--sas-without-mtls",
            description =
                    "Serves the SAS on the main port without client certificates, behind a proxy that checks them.")
    private boolean withoutMtls;

    @Option(names = "--sas-port", description = "Port on which the SAS shows a certificate.")
    private @Nullable Integer port;

    @Option(names = "--sas-certificate", description = "TLS certificate chain of that port (PEM).")
    private @Nullable Path certificate;

    @Option(names = "--sas-key", description = "TLS private key of that port (PEM).")
    private @Nullable Path key;

    @Option(names = "--sas-authorities", description = "Authorities whose certificates are believed (PEM).")
    private @Nullable Path authorities;

    @Option(names = "--sas-revoked", description = "List of certificates that they revoked (CRL, PEM or DER).")
    private @Nullable Path revoked;

    @Option(names = "--sas-caller", description = "Who is let in, as CN=...,OU=...; once for each.")
    private List<String> callers = new ArrayList<>();

    /** @throws Refusal when something is missing */
    void check() {
        boolean whole = port != null && certificate != null && key != null && authorities != null && !callers.isEmpty();
        boolean none = port == null
                && certificate == null
                && key == null
                && authorities == null
                && revoked == null
                && callers.isEmpty();
        if (!whole && !none) {
            throw new Refusal("Mutual TLS for the SAS needs --sas-port, --sas-certificate, --sas-key, --sas-authorities"
                    + " and --sas-caller.");
        }
    }

    void put(Map<String, Object> settings, String address) {
        settings.put("quartdheure.sas.without-mtls", withoutMtls);
        if (port == null || certificate == null || key == null || authorities == null) {
            return;
        }
        settings.put("quartdheure.sas.mtls.port", port);
        settings.put("quartdheure.sas.mtls.address", address);
        String bundle = "spring.ssl.bundle.pem.sas.";
        settings.put(bundle + "keystore.certificate", certificate.toUri().toString());
        settings.put(bundle + "keystore.private-key", key.toUri().toString());
        settings.put(bundle + "truststore.certificate", authorities.toUri().toString());
        if (revoked != null) {
            settings.put(
                    "quartdheure.sas.mtls.revoked", revoked.toAbsolutePath().toString());
        }
        for (int i = 0; i < callers.size(); i++) {
            settings.put("quartdheure.sas.mtls.callers[" + i + "]", callers.get(i));
        }
    }
}
