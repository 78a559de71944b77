package dev.abacus.lane.control.domain;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneRules;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the database knows, at one moment. Immutable; every change is written down first and then becomes the
 * next board.
 *
 * @param version of the rules
 * @param killed whether everybody is on the baseline
 * @param lanes all that are not retired, oldest first
 * @param groups by name
 * @param owners of groups that are prepared on a lane, by group and lane
 */
public record Board(
        long version,
        Instant changedAt,
        boolean killed,
        String sessionKey,
        Map<LaneTag, Lane> lanes,
        Map<String, KnownGroup> groups,
        Map<OwnerKey, Ownership> owners) {

    public record OwnerKey(String group, LaneTag lane) {

        public static OwnerKey of(Ownership owner) {
            return new OwnerKey(owner.group(), owner.lane());
        }
    }

    public LaneRules rules() {
        return rules(version, lanes.values());
    }

    /**
     * @throws dev.abacus.kernel.domain.DomainException {@code tenant-on-two-lanes} when two lanes name the same tenant for
     *     the same time
     */
    private LaneRules rules(long ofVersion, Collection<Lane> ofLanes) {
        try {
            return new LaneRules(
                    ofVersion,
                    changedAt,
                    killed,
                    sessionKey,
                    ofLanes.stream().map(Lane::rule).toList());
        } catch (LaneRules.SharedTenant e) {
            throw Refusals.onTwoLanes(e.tenant(), e.holder());
        }
    }

    /** The living lane of this id. */
    public Optional<Lane> find(String id) {
        return lanes.values().stream()
                .filter(lane -> lane.tag().id().equals(id))
                .findFirst();
    }

    public Lane require(LaneTag tag) {
        return Optional.ofNullable(lanes.get(tag)).orElseThrow(() -> Refusals.noSuchLane(tag));
    }

    public List<Ownership> ownersOn(LaneTag lane) {
        return owners.values().stream()
                .filter(owner -> owner.lane().equals(lane))
                .toList();
    }

    /** With {@code lane} in place of what it was, or without it when it is retired; checked as rules. */
    public Board with(Lane lane, long newVersion, Instant now) {
        var others = new LinkedHashMap<>(lanes);
        var kept = new LinkedHashMap<>(owners);
        if (lane.retired()) {
            others.remove(lane.tag());
            kept.values().removeIf(owner -> owner.lane().equals(lane.tag()));
        } else {
            others.put(lane.tag(), lane);
        }
        Board next = new Board(
                newVersion, newVersion == version ? changedAt : now, killed, sessionKey, others, groups, kept);
        if (newVersion != version) {
            next.rules();
        }
        return next;
    }

    public Board with(Collection<Ownership> changed) {
        var next = new LinkedHashMap<>(owners);
        changed.forEach(owner -> next.put(OwnerKey.of(owner), owner));
        return new Board(version, changedAt, killed, sessionKey, lanes, groups, next);
    }

    public Board with(KnownGroup group) {
        var next = new LinkedHashMap<>(groups);
        next.put(group.name(), group);
        return new Board(version, changedAt, killed, sessionKey, lanes, next, owners);
    }

    public Board killed(boolean on, long newVersion, Instant now) {
        return new Board(newVersion, now, on, sessionKey, lanes, groups, owners);
    }

    public Board signing(String publicKey, long newVersion, Instant now) {
        return new Board(newVersion, now, killed, publicKey, lanes, groups, owners);
    }
}
