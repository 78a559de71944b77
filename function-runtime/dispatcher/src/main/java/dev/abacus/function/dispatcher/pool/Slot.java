package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.wire.Calling;
import io.cloudevents.CloudEvent;

/** A place in an instance, for one attempt. */
public final class Slot {

    private final Fleet fleet;
    private final Instance instance;
    private final String tenant;

    Slot(Fleet fleet, Instance instance, String tenant) {
        this.fleet = fleet;
        this.instance = instance;
        this.tenant = tenant;
    }

    /** Runs the attempt; the place is free again when it has ended. */
    public RunningAttempt run(Calling calling, CloudEvent event, CallListener listener) {
        RunningAttempt attempt = instance.process().invoke(calling, event, listener);
        attempt.outcome().whenComplete((outcome, none) -> fleet.free(instance, tenant));
        return attempt;
    }

    /** Gives the place back unused. */
    public void release() {
        fleet.free(instance, tenant);
    }
}
