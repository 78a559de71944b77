package dev.abacus.lane.control.application;

import dev.abacus.lane.control.application.ControlRoom.Shift;
import dev.abacus.lane.control.domain.Lane;
import dev.abacus.lane.control.domain.OwnerState;
import dev.abacus.lane.control.domain.Ownership;
import dev.abacus.lane.control.domain.QueueId;
import dev.abacus.lane.membership.ConsumerGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves each lane through its life, a step when what it waits for has come. Every step may be done again: a process that
 * takes over in the middle of one begins it anew.
 */
@Component
class TendingLives {

    private static final Logger log = LoggerFactory.getLogger(TendingLives.class);
    private static final Duration TOPICS_CHANGE_SELDOM = Duration.ofSeconds(10);

    private final ControlRoom room;
    private final MessageBroker broker;
    private final OutsideView outside;
    private final PreparingLane preparing;
    private final DrainingLane draining;
    private final Clock clock;
    private Instant topicsAsked = Instant.EPOCH;

    TendingLives(
            ControlRoom room,
            MessageBroker broker,
            OutsideView outside,
            PreparingLane preparing,
            DrainingLane draining,
            Clock clock) {
        this.room = room;
        this.broker = broker;
        this.outside = outside;
        this.preparing = preparing;
        this.draining = draining;
        this.clock = clock;
    }

    void look() {
        room.onDuty().ifPresent(shift -> {
            if (!shift.board().lanes().isEmpty()) {
                askForTopics(shift);
                askForConnections(shift);
                List.copyOf(shift.board().lanes().values()).forEach(lane -> tend(shift, lane));
            }
        });
    }

    private void tend(Shift shift, Lane lane) {
        try {
            shift.waitsFor(lane.tag(), step(shift, lane));
        } catch (RuntimeException e) {
            String reason = "a step that failed and is tried again: " + e;
            if (!shift.waitingFor(lane.tag()).contains(reason)) {
                log.warn("lane {} waits for {}", lane.tag(), reason, e);
            }
            shift.waitsFor(lane.tag(), List.of(reason));
        }
    }

    private List<String> step(Shift shift, Lane lane) {
        return switch (lane.state()) {
            case PREPARING -> preparing.prepare(shift, lane);
            case ROUTABLE -> preparing.prepareGroups(shift, lane);
            case DRAINING -> draining.drain(shift, lane);
            case RETIRED -> List.of();
        };
    }

    private void askForTopics(Shift shift) {
        Instant now = clock.instant();
        boolean old = now.isAfter(topicsAsked.plus(TOPICS_CHANGE_SELDOM));
        for (var group : shift.board().groups().values()) {
            if (old || outside.queuesOf(group).isEmpty()) {
                for (String topic : group.topics()) {
                    outside.has(
                            topic,
                            broker.ends(topic).keySet().stream()
                                    .map(QueueId::toString)
                                    .collect(Collectors.toSet()));
                }
            }
        }
        if (old) {
            topicsAsked = now;
        }
    }

    /** The broker's word is wanted only where somebody silent is waited for. */
    private void askForConnections(Shift shift) {
        Instant now = clock.instant();
        for (Ownership owner : shift.board().owners().values()) {
            String group = ConsumerGroup.onLane(owner.group(), owner.lane());
            if (owner.state() == OwnerState.JOINING && someoneIsSilent(shift, owner, now)) {
                outside.connected(group, broker.clients(group));
            } else {
                outside.forgetClients(group);
            }
        }
    }

    private boolean someoneIsSilent(Shift shift, Ownership owner, Instant now) {
        return owner.adopters().stream().anyMatch(member -> shift.roster()
                .find(member)
                .filter(seen -> shift.roster().alive(seen, now, outside))
                .isEmpty());
    }
}
