package dev.abacus.lane.rules;

import dev.abacus.lane.LaneTag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one moment: all lanes that are not retired, oldest first.
 *
 * @param version counts publications, from 1; 0 before the first
 * @param killed whether everybody is on the baseline, whatever the lanes say
 * @param sessionKey the public key (JWK) by which gateways check a developer's session key; null when there is none
 */
public record LaneRules(long version, Instant publishedAt, boolean killed, String sessionKey, List<LaneRule> lanes) {

    private static final LaneRules NONE = new LaneRules(0, Instant.EPOCH, false, null, List.of());

    /** @throws IllegalArgumentException when two lanes name the same tenant for the same time, or have the same tag */
    public LaneRules {
        lanes = List.copyOf(lanes);
        refuseRepeatedTags(lanes);
        refuseSharedTenants(lanes);
    }

    /** Before anything is published: everybody is on the baseline. */
    public static LaneRules none() {
        return NONE;
    }

    public Optional<LaneRule> find(LaneTag tag) {
        return lanes.stream().filter(lane -> lane.tag().equals(tag)).findFirst();
    }

    private static void refuseRepeatedTags(List<LaneRule> lanes) {
        long distinct = lanes.stream().map(LaneRule::tag).distinct().count();
        if (distinct < lanes.size()) {
            throw new IllegalArgumentException("a tag stands for one lane");
        }
    }

    /** A list says where a tenant is; two lists would leave it to chance. */
    private static void refuseSharedTenants(List<LaneRule> lanes) {
        Map<Long, LaneRule> seen = new HashMap<>();
        for (LaneRule lane : lanes) {
            if (lane.state() == LaneState.PREPARING || lane.routable()) {
                lane.tenants().forEach(tenant -> {
                    LaneRule other = seen.putIfAbsent(tenant, lane);
                    if (other != null && other.window().overlaps(lane.window())) {
                        throw new SharedTenant(tenant, other.tag(), lane.tag());
                    }
                });
            }
        }
    }

    /** Two active lanes name one tenant. */
    public static final class SharedTenant extends IllegalArgumentException {

        private final long tenant;
        private final LaneTag holder;

        SharedTenant(long tenant, LaneTag holder, LaneTag other) {
            super("tenant " + tenant + " is on the list of lane " + holder + " and on that of " + other);
            this.tenant = tenant;
            this.holder = holder;
        }

        public long tenant() {
            return tenant;
        }

        /** The lane that named it first. */
        public LaneTag holder() {
            return holder;
        }
    }
}
