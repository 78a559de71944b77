package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.wire.Calling;
import io.cloudevents.CloudEvent;

/** A place in an instance, for one attempt. */
public final class Slot {

    private final Fleet fleet;
    private final Instance instance;

    Slot(Fleet fleet, Instance instance) {
        this.fleet = fleet;
        this.instance = instance;
    }

    /** Runs the attempt; the place is free again when it has ended. */
    public RunningAttempt run(Calling calling, CloudEvent event, CallListener listener) {
        RunningAttempt attempt = instance.process().invoke(calling, event, listener);
        attempt.outcome().whenComplete((outcome, none) -> fleet.free(instance));
        return attempt;
    }

    /** Gives the place back unused. */
    public void release() {
        fleet.free(instance);
    }
}
