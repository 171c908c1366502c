package fr.quartdheure.sas;

import java.util.Objects;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Opens the port on which every caller shows a certificate that is neither unknown, nor out of date, nor revoked. */
@Component
@ConditionalOnProperty("quartdheure.sas.mtls.port")
class SasConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int THREADS = 20;

    private final SasMutualTls settings;
    private final SslBundles bundles;
    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");

    SasConnector(SasMutualTls settings, SslBundles bundles) {
        this.settings = settings;
        this.bundles = bundles;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        connector.setPort(Objects.requireNonNull(settings.port()));
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", settings.address().getHostAddress());
        connector.setProperty("maxThreads", String.valueOf(THREADS));
        connector.setProperty("relaxedQueryChars", "|");
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(certificates(bundles.getBundle("sas").getStores()));
        factory.addAdditionalConnectors(connector);
    }

    /** The port it listens on, once it does. */
    int port() {
        return connector.getLocalPort();
    }

    private SSLHostConfig certificates(SslStoreBundle stores) {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        host.setCertificateVerification("required");
        host.setTrustStore(Objects.requireNonNull(stores.getTrustStore(), "the SAS needs authorities to believe"));
        if (settings.revoked() != null) {
            host.setCertificateRevocationListFile(
                    settings.revoked().toAbsolutePath().toString());
        }
        var own = new SSLHostConfigCertificate(host, Type.UNDEFINED);
        own.setCertificateKeystore(Objects.requireNonNull(stores.getKeyStore(), "the SAS needs a certificate"));
        own.setCertificateKeystorePassword(Objects.requireNonNullElse(stores.getKeyStorePassword(), ""));
        host.addCertificate(own);
        return host;
    }
}
