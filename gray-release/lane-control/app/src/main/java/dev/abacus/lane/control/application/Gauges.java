package dev.abacus.lane.control.application;

import dev.abacus.lane.control.application.ControlRoom.Shift;
import dev.abacus.lane.control.domain.OwnerState;
import dev.abacus.lane.rules.LaneState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** What can be watched from outside. All zero in a process that is not in charge. */
@Component
class Gauges {

    Gauges(ControlRoom room, PublishingRules publishing, MeterRegistry meters) {
        for (LaneState state : new LaneState[] {LaneState.PREPARING, LaneState.ROUTABLE, LaneState.DRAINING}) {
            gauge("lanes", room, shift -> shift.board().lanes().values().stream()
                            .filter(lane -> lane.state() == state)
                            .count())
                    .description("lanes that are not retired")
                    .tag("state", state.name().toLowerCase())
                    .register(meters);
        }
        for (OwnerState state : OwnerState.values()) {
            gauge("lane_owners", room, shift -> shift.board().owners().values().stream()
                            .filter(owner -> owner.state() == state)
                            .count())
                    .description("consumer groups on lanes by who consumes them")
                    .tag("state", state.name().toLowerCase())
                    .register(meters);
        }
        gauge("lane_members", room, shift -> shift.roster().all().size())
                .description("processes whose lease has not ended")
                .register(meters);
        gauge("lane_control_active", room, shift -> 1)
                .description("1 in the process that is in charge")
                .register(meters);
        Gauge.builder("lane_publication_lag", publishing, PublishingRules::lag)
                .description("versions of the rules that are on record and not published")
                .register(meters);
    }

    private static Gauge.Builder<ControlRoom> gauge(String name, ControlRoom room, ToLongFunction<Shift> value) {
        return Gauge.builder(
                name, room, source -> source.onDuty().map(value::applyAsLong).orElse(0L));
    }
}
