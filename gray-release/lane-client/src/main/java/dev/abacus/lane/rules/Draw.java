package dev.abacus.lane.rules;

import dev.abacus.lane.LaneTag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;

/** A tenant's number in a lane's draw, 0 to 9,999: even over tenants, and of its own for each lane. */
final class Draw {

    private static final int LONGEST_ID = Long.toString(Long.MIN_VALUE).length();

    /** {@code tag:}, with room for a tenant's id behind it: fifty draws for a tenant make no fifty texts. */
    private final byte[] prefixed;

    private final int prefix;

    Draw(LaneTag lane) {
        byte[] text = (lane + ":").getBytes(StandardCharsets.US_ASCII);
        this.prefix = text.length;
        this.prefixed = Arrays.copyOf(text, text.length + LONGEST_ID);
    }

    /** @param tenant the id in decimal digits */
    int of(byte[] tenant) {
        byte[] text = prefixed.clone();
        System.arraycopy(tenant, 0, text, prefix, tenant.length);
        int hash = MurmurHash3.hash32x86(text, 0, prefix + tenant.length, 0);
        return (int) (Integer.toUnsignedLong(hash) % LaneRule.EVERYBODY);
    }

    static byte[] digits(long tenant) {
        return Long.toString(tenant).getBytes(StandardCharsets.US_ASCII);
    }
}
