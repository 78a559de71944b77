package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.Ending;
import dev.abacus.function.dispatcher.invocation.Queue;
import dev.abacus.function.dispatcher.invocation.Queue.Backlog;
import dev.abacus.function.dispatcher.invocation.Queue.Held;
import dev.abacus.function.dispatcher.invocation.Taken;
import dev.abacus.function.dispatcher.invocation.application.Judging.Attempted;
import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;
import dev.abacus.function.dispatcher.pool.Fleets;
import dev.abacus.function.dispatcher.pool.NoCapacity;
import dev.abacus.function.dispatcher.pool.Outcome;
import dev.abacus.function.dispatcher.pool.RunningAttempt;
import dev.abacus.function.dispatcher.pool.Slot;
import dev.abacus.function.dispatcher.pool.UnusableVersion;
import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.wire.Events;
import dev.abacus.function.wire.Failure;
import dev.abacus.function.wire.Failure.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes what is due and sees it through. As much is taken as there is room for, of every function and tenant in turn, so that
 * one tenant's flood leaves the others their places.
 */
@Component
public class DrainingQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DrainingQueue.class);

    /** Invocations fall due without anybody ringing. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private static final int MOST_AT_ONCE = 50;

    /** From the commit of a taking to its begin it is less than a moment. */
    private static final Duration SURELY_BEGUN = Duration.ofSeconds(10);

    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private final Queue queue;
    private final Catalogue catalogue;
    private final Fleets fleets;
    private final TenantShares shares;
    private final Attempts attempts;
    private final Judging judging;
    private final Observing observing;
    private final Clock clock;
    private final Bell bell;
    private final BeginningAtOnce atOnce;
    private final Counter stale;
    private final GroupCommit<Ending, Boolean> endings;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();
    private volatile boolean open;
    private Thread loop;

    /** What is in this dispatcher's hands. */
    private static final class Running {
        private volatile RunningAttempt attempt;
        private volatile boolean stopRequested;

        private void stop() {
            stopRequested = true;
            RunningAttempt begun = attempt;
            if (begun != null) {
                begun.cancel();
            }
        }

        private void begun(RunningAttempt begun) {
            attempt = begun;
            if (stopRequested) {
                begun.cancel();
            }
        }
    }

    DrainingQueue(
            Queue queue,
            Catalogue catalogue,
            Fleets fleets,
            TenantShares shares,
            Attempts attempts,
            Judging judging,
            Observing observing,
            Clock clock,
            Bell bell,
            BeginningAtOnce atOnce,
            MeterRegistry meters) {
        this.queue = queue;
        this.catalogue = catalogue;
        this.fleets = fleets;
        this.shares = shares;
        this.attempts = attempts;
        this.judging = judging;
        this.observing = observing;
        this.clock = clock;
        this.bell = bell;
        this.atOnce = atOnce;
        this.stale = Counter.builder("function.results.stale")
                .description("results that came after their invocation had been taken over; refused")
                .register(meters);
        this.endings = new GroupCommit<>("ending", queue::end);
    }

    /** An invocation that may be in this dispatcher's hands is asked to end. */
    public void stopping(long id) {
        Running held = running.get(id);
        if (held != null) {
            held.stop();
        }
    }

    /** Finds what the table says is in this dispatcher's hands and is not: nobody else would begin it as long as it lives. */
    int lookForForgotten() {
        List<Held> forgotten = queue.held(clock.instant().minus(SURELY_BEGUN)).stream()
                .filter(held -> !running.containsKey(held.id()))
                .toList();
        return forgotten.isEmpty() ? 0 : queue.giveBack(forgotten, clock.instant());
    }

    private void run() {
        while (isRunning()) {
            try {
                if (!pass()) {
                    bell.await(LOOK);
                }
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException e) {
                LOG.warn("The queue cannot be read: {}", e.toString());
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(LOOK.multipliedBy(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether anything was taken */
    private boolean pass() {
        Instant now = clock.instant();
        Map<String, List<Backlog>> byFunction =
                queue.due(now).stream().collect(Collectors.groupingBy(Backlog::function));
        boolean any = false;
        for (List<Backlog> backlogs : byFunction.values()) {
            any |= take(backlogs, now);
        }
        return any;
    }

    /** Each tenant gets an equal share of the room there is, and those that have least at the moment choose first. */
    private boolean take(List<Backlog> backlogs, Instant now) {
        List<Backlog> hungriestFirst = backlogs.stream()
                .sorted(Comparator.comparingInt(backlog -> shares.underWay(backlog.function(), backlog.tenant())))
                .toList();
        int toServe = hungriestFirst.size();
        boolean any = false;
        for (Backlog backlog : hungriestFirst) {
            int share = Math.min(Math.ceilDiv(room(backlog), toServe--), MOST_AT_ONCE);
            if (share > 0) {
                List<Taken> taken = queue.take(backlog, share, now);
                taken.forEach(this::begin);
                any |= !taken.isEmpty();
            }
        }
        return any;
    }

    private int room(Backlog backlog) {
        Optional<DeployedVersion> version = catalogue.resolve(backlog.function(), null, backlog.tenant(), null);
        // Of a function that is gone, one is taken after the other and found to have none.
        return version.map(live ->
                        Math.min(fleets.room(live, backlog.tenant()), shares.room(live.definition(), backlog.tenant())))
                .orElse(1);
    }

    private void begin(Taken taken) {
        // Counted here and not on its own thread: the next pass must see it.
        Optional<DeployedVersion> version =
                catalogue.resolve(taken.function(), taken.qualifier(), taken.tenant(), taken.lane());
        boolean entered = version.isPresent() && shares.enter(version.get().definition(), taken.tenant());
        begin(taken, version, entered);
    }

    private void begin(Taken taken, Optional<DeployedVersion> version, boolean entered) {
        Running held = new Running();
        running.put(taken.id(), held);
        Thread.ofVirtual().name("invocation-" + taken.id()).start(() -> {
            try {
                serve(taken, version, held);
            } finally {
                running.remove(taken.id());
                if (entered) {
                    shares.leave(taken.function(), taken.tenant());
                }
                bell.ring();
            }
        });
    }

    private void serve(Taken taken, Optional<DeployedVersion> version, Running held) {
        Instant from = clock.instant();
        if (version.isEmpty()) {
            var nothing = new Failure(Kind.PERMANENT, "no-such-function", "the function is gone", "");
            write(taken, null, 0, from, held, new Outcome(null, nothing, 0, 0));
            return;
        }
        if (!from.isBefore(taken.expiresAt())) {
            write(judging.expired(attempted(taken, version.get(), 0, from, held)));
            return;
        }
        try {
            Slot slot = fleets.acquire(version.get(), taken.tenant());
            Instant begun = clock.instant();
            observing.waited(asker(taken), taken.dueAt(), begun);
            RunningAttempt attempt =
                    attempts.run(slot, version.get(), asker(taken), taken.attempt(), Events.of(taken.event()));
            held.begun(attempt);
            Outcome outcome = attempt.outcome().join();
            write(taken, version.get(), attempt.pid(), begun, held, outcome);
        } catch (NoCapacity e) {
            write(taken, version.get(), 0, from, held, failed(Kind.SYSTEM, "no-capacity", e));
        } catch (UnusableVersion e) {
            write(taken, version.get(), 0, from, held, failed(Kind.FUNCTION, "unusable-version", e));
        } catch (IOException e) {
            write(taken, version.get(), 0, from, held, failed(Kind.PERMANENT, "unreadable-event", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome failed(Kind kind, String type, Exception e) {
        return new Outcome(null, new Failure(kind, type, String.valueOf(e.getMessage()), ""), 0, 0);
    }

    private static Asker asker(Taken taken) {
        return new Asker(
                taken.function(),
                String.valueOf(taken.id()),
                taken.tenant(),
                taken.lane(),
                taken.depth(),
                taken.traceparent());
    }

    private Attempted attempted(Taken taken, DeployedVersion version, long pid, Instant from, Running held) {
        int number = version == null ? 0 : version.number();
        FunctionDefinition definition = version == null ? NoDefinition.of(taken.function()) : version.definition();
        return new Attempted(taken, number, definition, pid, from, clock.instant(), held.stopRequested);
    }

    private void write(Taken taken, DeployedVersion version, long pid, Instant from, Running held, Outcome outcome) {
        write(judging.judge(attempted(taken, version, pid, from, held), outcome));
    }

    /** Until the database takes it: the attempt is over, and making it again would be a second effect. */
    private void write(Ending ending) {
        while (true) {
            try {
                if (!endings.add(ending).join()) {
                    stale.increment();
                    LOG.warn(
                            "The result of invocation {}, attempt {}, came after it had been taken over, and is refused",
                            ending.taken().id(),
                            ending.taken().attempt());
                } else if (ending.state().over()) {
                    observing.ended(asker(ending.taken()), ending);
                }
                return;
            } catch (RuntimeException e) {
                LOG.error(
                        "The end of invocation {} cannot be written",
                        ending.taken().id(),
                        e);
                if (!isRunning()) {
                    return;
                }
                rest();
            }
        }
    }

    @Override
    public void start() {
        queue.beat();
        int left = queue.takeOverFromSelf(clock.instant());
        if (left > 0) {
            LOG.info("Took over {} invocations from the process before this one", left);
        }
        open = true;
        atOnce.through((taken, version) -> begin(taken, Optional.of(version), true));
        loop = Thread.ofPlatform().daemon().name("draining-queue").start(this::run);
    }

    /** Takes nothing more, and waits for what runs as long as a shutdown may take; the rest is taken over by others. */
    @Override
    public void stop() {
        open = false;
        atOnce.noMore();
        loop.interrupt();
        long until = System.nanoTime() + LAST_WORDS.toNanos();
        while (!running.isEmpty() && System.nanoTime() < until) {
            rest();
        }
        endings.close();
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
