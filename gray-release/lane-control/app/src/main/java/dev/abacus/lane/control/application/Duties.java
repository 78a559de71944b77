package dev.abacus.lane.control.application;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Everything that lane-control does by itself, each in a thread of its own so that none waits for another's network. */
@Component
class Duties implements SmartLifecycle {

    private final List<Loop> loops;
    private final TakingCharge charge;
    private volatile boolean running;

    Duties(
            ControlRoom room,
            TakingCharge charge,
            TendingOwners owners,
            TendingLives lives,
            PublishingRules publishing,
            AuditingMessages auditing) {
        this.charge = charge;
        var publisher = new Loop("lane-publisher", Duration.ofSeconds(1), publishing::look);
        room.onRules(publisher::wake);
        this.loops = List.of(
                new Loop("lane-charge", Duration.ofSeconds(1), charge::look),
                new Loop("lane-owners", Duration.ofMillis(250), owners::look),
                new Loop("lane-lives", Duration.ofMillis(500), lives::look),
                publisher,
                new Loop("lane-auditor", Duration.ofSeconds(2), auditing::look));
    }

    @Override
    public void start() {
        running = true;
        // Before the first request: whoever is alone in the world need not refuse it.
        try {
            charge.look();
        } catch (RuntimeException e) {
            // The loop tries again and says why.
        }
        loops.forEach(Loop::start);
    }

    @Override
    public void stop() {
        loops.reversed().forEach(Loop::close);
        charge.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server takes requests, and after it has drained. */
    @Override
    public int getPhase() {
        return 0;
    }
}
