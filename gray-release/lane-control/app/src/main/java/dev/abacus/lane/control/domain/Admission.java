package dev.abacus.lane.control.domain;

import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.rules.LaneKind;
import java.time.Instant;

/** Whether a process may be a member of the lane that it says it belongs to. */
public final class Admission {

    private Admission() {}

    /**
     * @param lane the lane that it names
     * @throws dev.abacus.kernel.domain.DomainException {@code lane-not-found}, {@code lane-refuses-service} or
     *     {@code lane-owned}
     */
    public static void check(Heartbeat said, Lane lane, Roster roster, Instant now, Outside outside) {
        if (!lane.admits()) {
            throw Refusals.noSuchLane(lane.tag());
        }
        if (lane.kind() == LaneKind.GRAY) {
            if (said.owner() != null) {
                throw Refusals.refusesLaptop(lane.tag(), said.service());
            }
            if (!lane.settings().services().contains(said.service())) {
                throw Refusals.refusesService(lane.tag(), said.service());
            }
        }
        if (said.owner() != null) {
            refuseSecondOwner(said, lane, roster, now, outside);
        }
    }

    private static void refuseSecondOwner(Heartbeat said, Lane lane, Roster roster, Instant now, Outside outside) {
        roster.on(lane.tag(), now, outside).stream()
                .map(Roster.Seen::said)
                .filter(other -> other.owner() != null
                        && other.service().equals(said.service())
                        && !other.owner().equals(said.owner()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusals.owned(lane.tag(), said.service(), other.owner());
                });
    }
}
