package dev.abacus.lane.control.application;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.control.application.ControlRoom.Shift;
import dev.abacus.lane.control.domain.AuditEntry;
import dev.abacus.lane.control.domain.Board;
import dev.abacus.lane.control.domain.DrainStep;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.Ownership;
import dev.abacus.lane.control.domain.QueueId;
import dev.abacus.lane.membership.ConsumerGroup;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Ends a lane without losing anything: first nobody tags for it any more, then what carries its tag is consumed, then
 * everybody leaves its groups, and only then are they deleted.
 */
@Component
class DrainingLane {

    private final ControlRoom room;
    private final Books books;
    private final MessageBroker broker;
    private final PreparingLane preparing;
    private final AuditingMessages auditing;
    private final LaneProperties properties;
    private final Clock clock;

    DrainingLane(
            ControlRoom room,
            Books books,
            MessageBroker broker,
            PreparingLane preparing,
            AuditingMessages auditing,
            LaneProperties properties,
            Clock clock) {
        this.room = room;
        this.books = books;
        this.broker = broker;
        this.preparing = preparing;
        this.auditing = auditing;
        this.properties = properties;
        this.clock = clock;
    }

    /** @return what it waits for */
    List<String> drain(Shift shift, Lane lane) {
        List<String> waitingFor = new ArrayList<>();
        if (lane.hasOwners()) {
            waitingFor.addAll(preparing.prepareGroups(shift, lane));
        }
        waitingFor.addAll(
                switch (lane.stage().step()) {
                    case ACKNOWLEDGING -> acknowledge(shift, lane);
                    case FINISHING -> finish(shift, lane, waitingFor.isEmpty());
                    case CLOSING -> close(shift, lane);
                });
        return waitingFor;
    }

    private List<String> acknowledge(Shift shift, Lane lane) {
        Instant now = clock.instant();
        List<String> waitingFor = new ArrayList<>();
        shift.roster()
                .notYetObeying(lane.stage().drainVersion(), now)
                .forEach(member ->
                        waitingFor.add("rules " + lane.stage().drainVersion() + " being obeyed by " + member));
        if (shift.roster().unknownOnesMayRemain(now)) {
            waitingFor.add(
                    "the end of leases from before lane-control took charge: somebody who has not reported may still tag");
        }
        Instant delayedOnesAreOut = lane.stage().since().plus(properties.longestDelay());
        if (now.isBefore(delayedOnesAreOut)) {
            waitingFor.add("delayed messages, the last of which appears at " + delayedOnesAreOut);
        }
        if (waitingFor.isEmpty()) {
            takeBarrier(shift.board(), lane);
        }
        return waitingFor;
    }

    private void takeBarrier(Board seen, Lane lane) {
        Map<QueueId, Long> barrier = new HashMap<>();
        var topics = new TreeSet<String>();
        seen.groups().values().forEach(group -> topics.addAll(group.topics()));
        auditing.barrierBegins(lane.tag());
        topics.forEach(topic -> barrier.putAll(broker.ends(topic)));
        advance(
                lane.tag(),
                DrainStep.ACKNOWLEDGING,
                "barrier",
                Lane::barrierTaken,
                () -> books.setBarrier(lane.tag(), barrier));
    }

    private List<String> finish(Shift shift, Lane lane, boolean allPrepared) {
        Map<QueueId, Long> barrier = books.barrier(lane.tag());
        List<String> waitingFor = new ArrayList<>();
        for (Ownership owner : shift.board().ownersOn(lane.tag())) {
            Set<String> topics = shift.board().groups().get(owner.group()).topics();
            String twin = ConsumerGroup.onLane(owner.group(), lane.tag());
            Map<QueueId, Long> upTo = new HashMap<>();
            barrier.forEach((queue, offset) -> {
                if (topics.contains(queue.topic())) {
                    upTo.put(queue, offset);
                }
            });
            upTo.putAll(broker.ends(broker.retryTopic(twin)));
            long behind = behind(twin, upTo);
            if (behind > 0) {
                waitingFor.add(twin + ", which is " + behind + " offsets before the barrier");
            }
        }
        if (waitingFor.isEmpty() && allPrepared) {
            advance(lane.tag(), DrainStep.FINISHING, "consumed", Lane::finished, () -> {});
        }
        return waitingFor;
    }

    private long behind(String group, Map<QueueId, Long> upTo) {
        Map<QueueId, Long> committed = broker.committed(group, upTo.keySet());
        return upTo.entrySet().stream()
                .mapToLong(queue -> Math.max(0, queue.getValue() - committed.getOrDefault(queue.getKey(), 0L)))
                .sum();
    }

    private List<String> close(Shift shift, Lane lane) {
        List<String> waitingFor = new ArrayList<>();
        List<String> twins = shift.board().ownersOn(lane.tag()).stream()
                .map(owner -> ConsumerGroup.onLane(owner.group(), lane.tag()))
                .toList();
        for (String twin : twins) {
            Set<String> clients = broker.clients(twin);
            if (!clients.isEmpty()) {
                waitingFor.add("everybody leaving " + twin + ": " + new TreeSet<>(clients));
            }
        }
        if (waitingFor.isEmpty()) {
            twins.forEach(twin -> delete(lane.tag(), twin));
            retire(lane.tag());
        }
        return waitingFor;
    }

    private void delete(LaneTag lane, String twin) {
        var letters = broker.deadLetters(twin);
        if (!letters.isEmpty()) {
            room.change(board -> {
                books.keepDeadLetters(lane, twin, letters, clock.instant());
                room.note(AuditEntry.own(lane, "dead-letters", twin, null, letters.size() + " kept"), 0);
                return board;
            });
        }
        broker.deleteGroup(twin);
    }

    private void retire(LaneTag tag) {
        Instant now = clock.instant();
        room.change(board -> {
            Lane lane = board.require(tag);
            Lane retired = lane.retire(now);
            books.update(lane, retired);
            Board next = board.with(retired, board.version() + 1, now);
            note(lane, retired, "retired", next.version());
            return next;
        });
    }

    private void advance(
            LaneTag tag, DrainStep from, String action, BiFunction<Lane, Instant, Lane> step, Runnable writing) {
        Instant now = clock.instant();
        room.change(board -> {
            Lane lane = board.require(tag);
            if (!lane.is(from)) {
                return board;
            }
            Lane next = step.apply(lane, now);
            writing.run();
            books.update(lane, next);
            note(lane, next, action, 0);
            return board.with(next, board.version(), now);
        });
    }

    private void note(Lane before, Lane after, String action, long ruleVersion) {
        room.note(
                AuditEntry.own(
                        before.tag(),
                        action,
                        before.stage().reason(),
                        before.stage().summary(),
                        after.stage().summary()),
                ruleVersion);
    }
}
