package dev.abacus.lane.routing;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;

/**
 * Whether the registry can be believed when it says that somebody is gone. One that was just away cannot: started again it
 * has forgotten everybody, and pushes lists that are empty or half full until all have registered anew. For that while
 * nobody is struck off; an instance that is really gone refuses connections, which callers notice themselves.
 */
final class Recall implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Clients of Nacos register again within three seconds of finding it; a busy machine needs some more. */
    private static final Duration REMEMBERS_AGAIN = Duration.ofSeconds(15);

    private final BooleanSupplier there;
    private Runnable settled = () -> {};
    private volatile long lastAway;
    private volatile boolean reliable = true;
    private volatile boolean running;
    private Thread watch;

    /** @param there whether the registry can be reached at this moment */
    Recall(BooleanSupplier there) {
        this.there = there;
    }

    /** @param settled run when the registry can be believed again */
    void whenSettled(Runnable settled) {
        this.settled = settled;
    }

    boolean reliable() {
        return reliable;
    }

    private void look() {
        while (running) {
            if (!there.getAsBoolean()) {
                lastAway = System.nanoTime();
                reliable = false;
            } else if (!reliable && System.nanoTime() - lastAway > REMEMBERS_AGAIN.toNanos()) {
                reliable = true;
                settled.run();
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        watch = Thread.ofVirtual().name("registry-recall").start(this::look);
    }

    @Override
    public void stop() {
        running = false;
        watch.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
