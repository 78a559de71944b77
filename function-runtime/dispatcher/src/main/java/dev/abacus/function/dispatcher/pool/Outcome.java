package dev.abacus.function.dispatcher.pool;

import dev.abacus.function.wire.Failure;
import io.cloudevents.CloudEvent;

/**
 * How an attempt ended.
 *
 * @param event the answer; null for none, and when it failed
 * @param failure null when it succeeded
 * @param cpuNanos processor time of the function's thread; 0 when its process died
 * @param busyNanos how long it held its slot
 */
public record Outcome(CloudEvent event, Failure failure, long cpuNanos, long busyNanos) {

    public boolean succeeded() {
        return failure == null;
    }

    static Outcome failed(Failure failure, long busyNanos) {
        return new Outcome(null, failure, 0, busyNanos);
    }
}
