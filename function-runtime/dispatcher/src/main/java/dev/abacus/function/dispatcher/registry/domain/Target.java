package dev.abacus.function.dispatcher.registry.domain;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * What an alias points at: one version, or two of which the second gets a share of the tenants.
 *
 * @param second 0 for none
 * @param basisPoints the second one's share of all tenants, in hundredths of a percent
 */
public record Target(int version, int second, int basisPoints) {

    public static final int EVERYBODY = 10_000;

    public Target {
        boolean one = second == 0 && basisPoints == 0;
        boolean two = second > 0 && second != version && basisPoints > 0 && basisPoints < EVERYBODY;
        if (version < 1 || !one && !two) {
            throw Refusals.weights("An alias points at one version, or at two different ones that share all tenants.");
        }
    }

    public static Target of(int version) {
        return new Target(version, 0, 0);
    }

    public boolean weighted() {
        return second > 0;
    }

    public boolean names(int number) {
        return version == number || weighted() && second == number;
    }

    /**
     * Which version a tenant gets: always the same one; raising the second one's share only adds tenants to it. A call of the
     * platform itself has nobody to be true to and is drawn anew.
     *
     * @param draw names the draw, so that it is not the same tenants who try everything first
     * @param tenant null for the platform
     */
    public int drawn(String draw, String tenant, RandomGenerator chance) {
        if (!weighted()) {
            return version;
        }
        int number = tenant == null ? chance.nextInt(EVERYBODY) : number(draw + ":" + tenant);
        return number < basisPoints ? second : version;
    }

    private static int number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int hash = MurmurHash3.hash32x86(bytes, 0, bytes.length, 0);
        return (int) (Integer.toUnsignedLong(hash) % EVERYBODY);
    }

    @Override
    public String toString() {
        return weighted()
                ? version + " and for " + basisPoints / 100.0 + " % of the tenants " + second
                : String.valueOf(version);
    }
}
