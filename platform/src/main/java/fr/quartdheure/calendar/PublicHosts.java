package fr.quartdheure.calendar;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of a host, once for each connection, which then goes to exactly these: a name that points
 * elsewhere a moment later changes nothing. One address that is not public refuses them all.
 */
final class PublicHosts implements DnsResolver {

    private final boolean loopbackToo;

    /** @param loopbackToo in a demonstration, which listens on loopback itself */
    PublicHosts(boolean loopbackToo) {
        this.loopbackToo = loopbackToo;
    }

    /** A host within the platform's own network, or no host at all. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress one : found) {
            if (!PublicRanges.contain(one) && !(loopbackToo && one.isLoopbackAddress())) {
                throw new NotPublic(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
