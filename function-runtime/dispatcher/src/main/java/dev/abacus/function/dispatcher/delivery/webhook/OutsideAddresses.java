package dev.abacus.function.dispatcher.delivery.webhook;

import dev.abacus.function.dispatcher.delivery.Undeliverable;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells addresses of the public internet from everything that a function's author must not reach through the platform: its own
 * machines, its networks, the cloud's metadata. By IANA's registries of special-purpose addresses; what is not known to be
 * global is not.
 */
final class OutsideAddresses {

    private static final List<Range> NOT_GLOBAL_4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** All of IPv6 that is handed out to anybody; mapped, translated, unique local and link-local ones lie outside. */
    private static final Range GLOBAL_6 = Range.of("2000::/3");

    /** Teredo, benchmarks, ORCHID, documentation, and 6to4, which carries any address of IPv4 within. */
    private static final List<Range> NOT_GLOBAL_6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final boolean loopback;

    /** @param loopback whether this machine's own may be reached as well */
    OutsideAddresses(boolean loopback) {
        this.loopback = loopback;
    }

    private record Range(byte[] begin, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            return new Range(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text, slash + 1, text.length(), 10));
        }

        boolean holds(byte[] address) {
            if (address.length != begin.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (begin[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Range> ranges(String... texts) {
        return java.util.Arrays.stream(texts).map(Range::of).toList();
    }

    boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_GLOBAL_4.stream().noneMatch(range -> range.holds(bytes))
                : GLOBAL_6.holds(bytes) && NOT_GLOBAL_6.stream().noneMatch(range -> range.holds(bytes));
    }

    /**
     * The address to connect to. One address inside among several refuses them all: whoever mixes them hopes for the other.
     *
     * @throws Undeliverable without naming the address: what names lead to inside is not told to whoever asks
     */
    InetAddress pick(String host, InetAddress[] found) throws Undeliverable, UnknownHostException {
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : found) {
            if (!allows(address)) {
                throw new Undeliverable(host + " is no address of the public internet");
            }
        }
        return found[0];
    }
}
