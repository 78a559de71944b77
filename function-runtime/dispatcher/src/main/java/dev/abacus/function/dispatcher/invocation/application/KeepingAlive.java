package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.Queue;
import dev.abacus.function.dispatcher.pool.Fleets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the work alive: takes over from dispatchers that died, hears which invocations are to end, tends the instances. */
@Component
class KeepingAlive {

    private static final Logger LOG = LoggerFactory.getLogger(KeepingAlive.class);

    private final Queue queue;
    private final DrainingQueue draining;
    private final Fleets fleets;
    private final Clock clock;
    private final Bell bell;

    KeepingAlive(Queue queue, DrainingQueue draining, Fleets fleets, Clock clock, Bell bell) {
        this.queue = queue;
        this.draining = draining;
        this.fleets = fleets;
        this.clock = clock;
        this.bell = bell;
    }

    @Scheduled(fixedDelay = 300)
    void look() {
        if (!draining.isRunning()) {
            return;
        }
        queue.stopping().forEach(draining::stopping);
        int taken = queue.takeOver(clock.instant());
        if (taken > 0) {
            LOG.info("Took over {} invocations of dispatchers that died", taken);
            bell.ring();
        }
    }

    @Scheduled(fixedDelay = 5_000)
    void lookForForgotten() {
        int found = draining.isRunning() ? draining.lookForForgotten() : 0;
        if (found > 0) {
            LOG.warn("{} invocations were held by this dispatcher and begun by nobody; they are due again", found);
            bell.ring();
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void tend() {
        fleets.tend();
    }
}
