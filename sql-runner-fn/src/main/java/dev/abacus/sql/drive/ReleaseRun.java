package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.review.Finding;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetCompensation;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.run.TargetReport.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Drives a release from this process. One object drives once. */
public final class ReleaseRun {

    private static final Duration BEAT = Duration.ofMillis(500);
    private static final long LONGEST_PAUSE_MILLIS = 8_000;

    private final Release release;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Control control;
    private final Progress progress;
    private final CountDownLatch ended = new CountDownLatch(1);
    private RunSettings settings;
    private long epoch;
    private volatile boolean stopping;

    public ReleaseRun(Release release, List<Target> targets, Control control, RunSettings settings, Progress progress) {
        this.release = release;
        this.control = control;
        this.settings = settings;
        this.progress = progress;
        targets.forEach(target -> this.targets.put(target.name(), target));
    }

    /**
     * From wherever it stands to its end, or to where somebody stops it. A release that is done, or that somebody else
     * drives, is left as it is.
     *
     * @param findings of its review
     * @throws NotAllowed when one of them, or an edit, stands in the way
     */
    public RunRecord run(List<Finding> findings) throws SQLException, InterruptedException {
        Rollout rollout = Rollout.of(release, List.copyOf(targets.keySet()));
        settings = settings.withCopying(Admission.of(release, findings, control));
        RunRecord kept = control.submit(release);
        if (!kept.state().mayRun()) {
            return kept;
        }
        return driven(RunState.RUNNING, () -> {
            control.targets().plan(release.name(), epoch, rollout, List.copyOf(targets.keySet()));
            drive(rollout);
        });
    }

    /**
     * Takes back what has been done on every target, last things first. Each target is taken back whole or says why not.
     *
     * @throws NotAllowed when that is not to be done from where it stands, or with this text
     */
    public RunRecord takeBack() throws SQLException, InterruptedException {
        RunRecord kept = TakingBack.admit(control, release);
        if (kept.state() == RunState.TAKEN_BACK) {
            return kept;
        }
        return driven(RunState.TAKING_BACK, () -> {
            control.targets().planBack(release.name(), epoch);
            try {
                if (new TakingBack().next(control.targets().states(release.name())) instanceof Course.Work work) {
                    each(work.targets(), this::takeBack);
                }
                end().takenBack();
            } catch (ExecutionException e) {
                finish(RunState.TAKING_BACK, String.valueOf(e.getCause()));
            } catch (IllegalStateException e) {
                finish(RunState.TAKING_BACK, e.getMessage());
            }
        });
    }

    private void takeBack(Target target) throws SQLException {
        TargetReport report = TargetCompensation.run(release, target, settings, progress, () -> stopping);
        if (!report.isDone()) {
            progress.note(target.name(), report.message());
        }
        control.targets()
                .record(release.name(), epoch, report, report.isDone() ? TargetState.UNDONE : TargetState.FAILED);
    }

    private interface Driving {
        void run() throws SQLException, InterruptedException;
    }

    /** As the only one who drives it; as it stands when somebody else does, or when it is not to be driven there. */
    private RunRecord driven(RunState to, Driving driving) throws SQLException, InterruptedException {
        OptionalLong driven = control.drive(release.name(), settings.owner(), settings.lease(), to);
        if (driven.isEmpty()) {
            return control.find(release.name()).orElseThrow();
        }
        epoch = driven.getAsLong();
        control.handouts().withdraw(release.name());
        Thread beating = Thread.ofVirtual().name("driver-" + release.name()).start(this::beat);
        try {
            driving.run();
        } finally {
            // never by interrupting it: that would close the connection under a virtual thread's feet
            ended.countDown();
            beating.join();
        }
        return control.find(release.name()).orElseThrow();
    }

    private void drive(Rollout rollout) throws SQLException, InterruptedException {
        try {
            while (!stopping) {
                switch (rollout.next(control.targets().states(release.name()))) {
                    case Course.Work work -> {
                        control.waveDone(release.name(), epoch, work.wave());
                        work(work.targets());
                    }
                    case Course.Stuck stuck -> {
                        end().stuck(stuck);
                        return;
                    }
                    case Course.Finished finished -> {
                        end().finished();
                        return;
                    }
                }
            }
            finish(RunState.PAUSED, "stopped");
        } catch (ExecutionException e) {
            finish(RunState.FAILED, String.valueOf(e.getCause()));
        }
    }

    private ReleaseEnd end() {
        return new ReleaseEnd(release, control, epoch);
    }

    private void finish(RunState state, String message) throws SQLException {
        end().finish(state, message);
    }

    private void work(List<String> names) throws InterruptedException, ExecutionException {
        AtomicInteger failures = new AtomicInteger();
        each(names, target -> work(target, failures));
    }

    private interface Task {
        void on(Target target) throws SQLException, InterruptedException;
    }

    /**
     * Targets of one server wait for each other, in their order, and not for those of another. Who meets a fault that is not
     * the target's leaves what is left of its server to the others.
     */
    private void each(List<String> names, Task task) throws InterruptedException, ExecutionException {
        Map<String, Queue<Target>> servers = new LinkedHashMap<>();
        names.stream().map(this::target).forEach(target -> servers.computeIfAbsent(
                        target.server(), server -> new ConcurrentLinkedQueue<>())
                .add(target));
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Queue<Target> waiting : servers.values()) {
                for (int i = Math.min(release.parallel(), waiting.size()); i > 0; i--) {
                    all.add(threads.submit(() -> oneByOne(waiting, task)));
                }
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private Target target(String name) {
        Target target = targets.get(name);
        if (target == null) {
            throw new IllegalStateException(name + " is no target any more");
        }
        return target;
    }

    private static Void oneByOne(Queue<Target> waiting, Task task) throws SQLException, InterruptedException {
        for (Target next = waiting.poll(); next != null; next = waiting.poll()) {
            task.on(next);
        }
        return null;
    }

    private void work(Target target, AtomicInteger failures) throws SQLException, InterruptedException {
        if (stopping || failures.get() > release.tolerate()) {
            return;
        }
        TargetReport report = TargetWork.run(release, target, settings, progress, () -> stopping);
        for (int again = 0; again < release.retry() && failed(report) && !stopping; again++) {
            control.targets().record(release.name(), epoch, report, TargetState.WAITING);
            Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, 1_000L << again));
            report = TargetWork.run(release, target, settings, progress, () -> stopping);
        }
        boolean failed = failed(report);
        if (failed) {
            failures.incrementAndGet();
            progress.note(target.name(), report.message());
        }
        TargetState state = report.isDone() ? TargetState.DONE : failed ? TargetState.FAILED : TargetState.WAITING;
        control.targets().record(release.name(), epoch, report, state);
    }

    private boolean failed(TargetReport report) {
        return report.outcome() == Outcome.FAILED || report.outcome() == Outcome.BUSY && !stopping;
    }

    private void beat() {
        long pause = Math.min(BEAT.toMillis(), settings.lease().toMillis() / 3);
        try {
            while (!ended.await(pause, TimeUnit.MILLISECONDS)) {
                if (!control.beat(release.name(), epoch, settings.lease())) {
                    stopping = true;
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            stopping = true; // without its tables nobody could tell what it does
        }
    }
}
