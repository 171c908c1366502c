package fr.quartdheure.sas;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the national platform is told about appointments; without an address reports wait.
 *
 * @param url base of its interface
 * @param system what names our appointments' numbers; empty: the public address
 * @param bundle SSL bundle with the certificate that we show; empty: none
 * @param pauses before each further try; after the last one the report has failed
 * @param poll how often the outbox is looked at
 */
@ConfigurationProperties("quartdheure.sas.report")
record ReportSettings(
        @Nullable URI url,
        @DefaultValue("") String system,
        @DefaultValue("") String bundle,
        @DefaultValue("10s") Duration timeout,

        @DefaultValue({"1m", "5m", "30m", "2h", "6h", "12h", "24h"})
        List<Duration> pauses,

        @DefaultValue("10s") Duration poll) {

    /** Whether anything may leave: from a demonstration, only what stays on this machine. */
    boolean maySend(boolean demonstration) {
        return url != null && (!demonstration || isHere(url));
    }

    private static boolean isHere(URI url) {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
