package dev.abacus.lane.rules;

import dev.abacus.lane.LaneTag;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/** A tenant's number in a lane's draw, 0 to 9,999: even over tenants, and of its own for each lane. */
final class Draw {

    private Draw() {}

    static int of(LaneTag lane, long tenant) {
        byte[] text = (lane + ":" + tenant).getBytes(StandardCharsets.US_ASCII);
        int hash = MurmurHash3.hash32x86(text, 0, text.length, 0);
        return (int) (Integer.toUnsignedLong(hash) % LaneRule.EVERYBODY);
    }
}
