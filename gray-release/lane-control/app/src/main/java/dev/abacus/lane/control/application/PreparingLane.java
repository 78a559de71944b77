package dev.abacus.lane.control.application;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.application.ControlRoom.Shift;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.KnownGroup;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Ownership;
import dev.abacus.lane.control.domain.QueueId;
import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.rules.LaneState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Makes a lane ready: each group gets its twin on the lane, beginning where the topic ends now, and every queue somebody
 * who holds it. Only then may anything be tagged.
 */
@Component
class PreparingLane {

    private final ControlRoom room;
    private final Books books;
    private final MessageBroker broker;
    private final OutsideView outside;
    private final Clock clock;

    PreparingLane(ControlRoom room, Books books, MessageBroker broker, OutsideView outside, Clock clock) {
        this.room = room;
        this.books = books;
        this.broker = broker;
        this.outside = outside;
        this.clock = clock;
    }

    /** @return what it waits for */
    List<String> prepare(Shift shift, Lane lane) {
        List<String> waitingFor = new ArrayList<>(prepareGroups(shift, lane));
        waitingFor.addAll(queuesWithoutHolder(shift, lane));
        if (waitingFor.isEmpty()) {
            open(lane.tag());
        }
        return waitingFor;
    }

    /** Also for groups that are heard of only when the lane is long routable. */
    List<String> prepareGroups(Shift shift, Lane lane) {
        List<KnownGroup> missing = shift.board().groups().values().stream()
                .filter(group -> !shift.board().owners().containsKey(new Board.OwnerKey(group.name(), lane.tag())))
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        Map<QueueId, Long> pins = pins(shift.board(), lane);
        List<String> waitingFor = new ArrayList<>();
        for (KnownGroup group : missing) {
            if (outside.queuesOf(group).isEmpty()) {
                waitingFor.add("the topics of " + group.name() + ", not all of which exist: " + group.topics());
            } else {
                prepare(lane, group, pins);
            }
        }
        return waitingFor;
    }

    /**
     * Where the lane begins in each queue, taken once for all topics while nothing can be tagged for it. What comes up
     * later begins at its beginning: all that it holds is younger than the lane, or is not tagged for it.
     */
    private Map<QueueId, Long> pins(Board board, Lane lane) {
        Map<QueueId, Long> pins = books.pins(lane.tag());
        boolean untouched = lane.state() == LaneState.PREPARING
                && pins.isEmpty()
                && board.ownersOn(lane.tag()).isEmpty();
        if (!untouched) {
            return pins;
        }
        Map<QueueId, Long> ends = new HashMap<>();
        var topics = new TreeSet<String>();
        board.groups().values().forEach(group -> topics.addAll(group.topics()));
        topics.forEach(topic -> ends.putAll(broker.ends(topic)));
        room.change(latest -> {
            latest.require(lane.tag());
            books.pin(lane.tag(), ends);
            return latest;
        });
        return ends;
    }

    private void prepare(Lane lane, KnownGroup group, Map<QueueId, Long> pins) {
        Map<QueueId, Long> begin = new HashMap<>();
        for (String topic : group.topics()) {
            broker.ends(topic).keySet().forEach(queue -> begin.put(queue, pins.getOrDefault(queue, 0L)));
        }
        String twin = ConsumerGroup.onLane(group.name(), lane.tag());
        broker.createGroup(twin);
        broker.setOffsets(twin, begin);
        Instant now = clock.instant();
        room.change(latest -> {
            latest.require(lane.tag());
            Ownership owner = Ownership.adopted(group.name(), lane.tag(), now);
            books.save(owner);
            room.note(AuditEntry.own(lane.tag(), "prepare-group", twin, null, "begins at " + named(begin)), 0);
            return latest.with(List.of(owner));
        });
    }

    private static Map<String, Long> named(Map<QueueId, Long> offsets) {
        Map<String, Long> named = new TreeMap<>();
        offsets.forEach((queue, offset) -> named.put(queue.toString(), offset));
        return named;
    }

    private List<String> queuesWithoutHolder(Shift shift, Lane lane) {
        Instant now = clock.instant();
        List<String> waitingFor = new ArrayList<>();
        for (Ownership owner : shift.board().ownersOn(lane.tag())) {
            KnownGroup group = shift.board().groups().get(owner.group());
            var queues = new TreeSet<>(outside.queuesOf(group).orElseThrow());
            int all = queues.size();
            queues.removeAll(shift.roster().queuesHeld(group.name(), lane.tag(), now, outside));
            if (!queues.isEmpty() && !deserted(shift, lane, group, now)) {
                waitingFor.add(queues.size() + " of the " + all + " queues of "
                        + ConsumerGroup.onLane(group.name(), lane.tag()) + ", which nobody holds");
            }
        }
        return waitingFor;
    }

    /** A service that does not run consumes nothing anywhere; its messages wait for it, on this lane as on the baseline. */
    private boolean deserted(Shift shift, Lane lane, KnownGroup group, Instant now) {
        var seen = shift.roster()
                .sighting(group, lane.tag(), outside.queuesOf(group).orElseThrow(), now, outside);
        return seen.candidates().isEmpty()
                && seen.staying().isEmpty()
                && !shift.roster().unknownOnesMayRemain(now);
    }

    private void open(LaneTag tag) {
        Instant now = clock.instant();
        room.change(board -> {
            Lane lane = board.require(tag);
            if (lane.state() != LaneState.PREPARING) {
                return board;
            }
            String reason = "every queue of " + board.ownersOn(tag).size() + " groups is held";
            Lane open = lane.routable(reason, now);
            books.update(lane, open);
            Board next = board.with(open, board.version() + 1, now);
            room.note(
                    AuditEntry.own(
                            tag,
                            "routable",
                            reason,
                            lane.stage().summary(),
                            open.stage().summary()),
                    next.version());
            return next;
        });
    }
}
