package fr.quartdheure.calendar;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses are on the internet for everybody (IANA's registries of special-purpose addresses). */
final class PublicRanges {

    private static final List<Range> SPECIAL = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("10.0.0.0", 8),
            Range.of("100.64.0.0", 10),
            Range.of("127.0.0.0", 8),
            Range.of("169.254.0.0", 16),
            Range.of("172.16.0.0", 12),
            Range.of("192.0.0.0", 24),
            Range.of("192.0.2.0", 24),
            Range.of("192.88.99.0", 24),
            Range.of("192.168.0.0", 16),
            Range.of("198.18.0.0", 15),
            Range.of("198.51.100.0", 24),
            Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 4),
            Range.of("240.0.0.0", 4),
            Range.of("2001::", 23),
            Range.of("2001:db8::", 32),
            // Those that carry an IPv4 address within: 6to4.
            Range.of("2002::", 16),
            Range.of("3fff::", 20));

    /** What is given out for use on the internet; all else of IPv6 is local, special or not yet given out. */
    private static final Range GLOBAL = Range.of("2000::", 3);

    private PublicRanges() {}

    static boolean contain(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL.contains(address))
                && SPECIAL.stream().noneMatch(range -> range.contains(address));
    }

    private record Range(InetAddress base, int bits) {

        /** A literal: nobody is asked for it. */
        static Range of(String base, int bits) {
            return new Range(InetAddress.ofLiteral(base), bits);
        }

        boolean contains(InetAddress address) {
            byte[] mine = base.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            int same = 0;
            while (same < bits && bit(mine, same) == bit(other, same)) {
                same++;
            }
            return same == bits;
        }

        private static int bit(byte[] bytes, int at) {
            return bytes[at / 8] >> (7 - at % 8) & 1;
        }
    }
}
