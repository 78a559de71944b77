package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.invocation.Queue;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.DomainException.Kind;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks invocations to end: what waits ends at once; what runs is asked, interrupted, and then killed with its process. */
@Component
public class StoppingInvocations {

    private final Queue queue;
    private final DrainingQueue draining;
    private final Clock clock;
    private final Bell bell;

    StoppingInvocations(Queue queue, DrainingQueue draining, Clock clock, Bell bell) {
        this.queue = queue;
        this.draining = draining;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * @return what it is in now: STOPPED, STOPPING, or how it had ended before
     * @throws DomainException of kind NOT_FOUND
     */
    public InvocationState stop(long id) {
        InvocationState state = queue.stop(id, clock.instant())
                .orElseThrow(() -> new DomainException(
                        Kind.NOT_FOUND, "no-such-invocation", "There is no invocation " + id + "."));
        if (state == InvocationState.STOPPING) {
            draining.stopping(id);
        }
        bell.ring();
        return state;
    }
}
