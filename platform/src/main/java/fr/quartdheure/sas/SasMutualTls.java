package fr.quartdheure.sas;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The port of its own on which callers show a certificate. Key, certificate and the authorities whose certificates are
 * believed are the SSL bundle "sas".
 *
 * @param port null: there is no such port
 * @param address where it listens
 * @param callers who is let in, as "CN=…,OU=…": both must be in the certificate
 * @param revoked list of revoked certificates (CRL, PEM or DER) of those authorities; read at start
 */
@ConfigurationProperties("quartdheure.sas.mtls")
record SasMutualTls(
        @Nullable Integer port,
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue List<String> callers,
        @Nullable Path revoked) {}
