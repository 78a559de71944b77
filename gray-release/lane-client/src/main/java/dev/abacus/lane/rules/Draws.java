package dev.abacus.lane.rules;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which lanes' percentages take a tenant: {@code murmur3(tag:tenant) mod 10000 < basisPoints}. The same tenant gets the same
 * answer always, and a higher percentage only adds tenants. Fixed for one version of the rules, so it is worked out once for each tenant:
 * fifty hashes are too many for each request. Tenants share slots; who comes later takes a slot over.
 */
final class Draws {

    private static final int SLOTS = 1 << 16;

    private record Drawn(long tenant, List<LaneRule> lanes) {}

    private record Drawing(LaneRule lane, Draw draw) {

        boolean takes(byte[] tenant) {
            return draw.of(tenant) < lane.basisPoints();
        }
    }

    private final List<Drawing> lanes;
    private final AtomicReferenceArray<Drawn> slots;

    /** @param lanes those with a percentage, oldest first */
    Draws(List<LaneRule> lanes) {
        this.lanes = lanes.stream()
                .map(lane -> new Drawing(lane, new Draw(lane.tag())))
                .toList();
        this.slots = new AtomicReferenceArray<>(lanes.isEmpty() ? 0 : SLOTS);
    }

    /** In the lanes' order. */
    List<LaneRule> of(long tenant) {
        if (lanes.isEmpty()) {
            return List.of();
        }
        int slot = Long.hashCode(tenant * 0x9E3779B97F4A7C15L) & (SLOTS - 1);
        Drawn known = slots.get(slot);
        if (known != null && known.tenant() == tenant) {
            return known.lanes();
        }
        byte[] digits = Draw.digits(tenant);
        List<LaneRule> drawn = lanes.stream()
                .filter(drawing -> drawing.takes(digits))
                .map(Drawing::lane)
                .toList();
        slots.set(slot, new Drawn(tenant, drawn));
        return drawn;
    }
}
