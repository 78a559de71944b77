package dev.abacus.kernel.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread for each job: it waits for the next time, and looks at that time's tenants again and again until all of them
 * are over or the next time has come. At its start it takes up the latest time of the last day.
 */
final class Jobs implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final Duration MAKES_UP_FOR = Duration.ofDays(1);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Supplier<List<Job>> source;
    private final Requests requests;
    private final Firing firing;
    private final Duration look;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile List<Job> jobs = List.of();
    private volatile boolean running;

    Jobs(Supplier<List<Job>> source, Requests requests, Firing firing, Duration look, Clock clock) {
        this.source = source;
        this.requests = requests;
        this.firing = firing;
        this.look = look;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        jobs = source.get();
        jobs.forEach(
                job -> threads.add(Thread.ofVirtual().name("job " + job.name()).start(() -> attend(job))));
    }

    List<Job> all() {
        return jobs;
    }

    /** Lets a job run now for every tenant, as if it were one of its times. @return that time */
    Instant fire(String job, String requestedBy) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requests.add(job, now, requestedBy);
        return now;
    }

    private void attend(Job job) {
        Instant open = null;
        Instant known = clock.instant().minus(MAKES_UP_FOR);
        Instant nextLook = Instant.MIN;
        while (running) {
            Instant now = clock.instant();
            Optional<Instant> due = due(job, known, now);
            if (due.isPresent()) {
                open = due.get();
                known = open;
                nextLook = now;
            }
            if (open != null && !now.isBefore(nextLook)) {
                open = pass(job, open) ? null : open;
                nextLook = clock.instant().plus(look);
            }
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** By the clock, or because somebody wants it, whichever is later. */
    private Optional<Instant> due(Job job, Instant known, Instant now) {
        Optional<Instant> timed = job.latest(known, now);
        try {
            Optional<Instant> wanted = requests.latest(job.name(), known);
            return wanted.filter(time -> timed.isEmpty() || time.isAfter(timed.get()))
                    .or(() -> timed);
        } catch (RuntimeException e) {
            log.warn("{}: requests cannot be read: {}", job.name(), e.toString());
            return timed;
        }
    }

    private boolean pass(Job job, Instant time) {
        try {
            return firing.pass(job, time, () -> running);
        } catch (RuntimeException e) {
            log.warn("{} of {} is looked at again: {}", job.name(), time, e.toString());
            return false;
        }
    }

    /** A run that is under way is finished; what it leaves is somebody else's. */
    @Override
    public void stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** As the other workers: before the outbox is relayed for the last time. */
    @Override
    public int getPhase() {
        return 1;
    }
}
