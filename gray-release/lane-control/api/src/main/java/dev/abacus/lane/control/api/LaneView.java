package dev.abacus.lane.control.api;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneKind;
import dev.abacus.lane.rules.LaneState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A lane, what it does now, and what it waits for.
 *
 * @param tag what its requests and messages carry
 * @param reason why it is in its state
 * @param tenants how many are on it by name; {@code GET /lanes/{id}/tenants} lists them
 * @param denied how many are kept off it
 * @param waitingFor what has to happen before its next state; empty when nothing has to
 * @param owners who consumes its messages, for each consumer group
 * @param members its own processes that report
 */
public record LaneView(
        String id,
        int generation,
        LaneTag tag,
        LaneKind kind,
        LaneState state,
        Instant since,
        String reason,
        boolean strict,
        Set<String> services,
        int tenants,
        int denied,
        BigDecimal percentage,
        TimeWindow window,
        String frontEnd,
        Instant createdAt,
        int version,
        List<String> waitingFor,
        List<OwnerView> owners,
        List<MemberView> members) {

    public LaneView {
        waitingFor = List.copyOf(waitingFor);
        owners = List.copyOf(owners);
        members = List.copyOf(members);
    }

    /**
     * Who consumes one group's messages of the lane.
     *
     * @param state ADOPTED, JOINING, OWNED, LEAVING or LOST
     * @param epoch counts the changes of who may consume
     * @param adopters members of the baseline that were told to, or may not have heard yet that they no longer shall
     */
    public record OwnerView(
            String group,
            String service,
            String state,
            long epoch,
            Instant since,
            Set<String> adopters,
            int queuesHeld,
            int queues) {}

    /**
     * A process on the lane.
     *
     * @param member its own name, another at each start
     * @param owner whose laptop it runs on; null when it is nobody's
     */
    public record MemberView(
            String member,
            String service,
            String instance,
            String owner,
            boolean alive,
            boolean leaving,
            long ruleVersion,
            Instant seenAt,
            Set<String> groups) {}
}
