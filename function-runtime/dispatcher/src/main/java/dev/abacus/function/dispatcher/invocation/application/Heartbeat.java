package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.Queue;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Shows that this dispatcher lives. On a thread of its own: one that waited for its turn behind the calls of a burst would be
 * taken for dead. And until what it holds is done, for who is asked to end is not dead; so it must know nothing of whoever
 * drains the queue, or it would be stopped first.
 */
@Component
class Heartbeat implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Queue queue;
    private volatile boolean open;
    private Thread beating;

    Heartbeat(Queue queue) {
        this.queue = queue;
    }

    @Override
    public void start() {
        open = true;
        beating = Thread.ofPlatform().daemon().name("heartbeat").start(this::run);
    }

    private void run() {
        while (open) {
            try {
                queue.beat();
            } catch (RuntimeException e) {
                LOG.warn("Nobody can be told that this dispatcher lives: {}", e.toString());
            }
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        open = false;
        try {
            beating.join(PAUSE.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Begins before the queue is drained, which has the last phase, and ends after that. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
