package dev.abacus.sql.drive;

import dev.abacus.sql.release.Release;
import dev.abacus.sql.review.Finding;
import dev.abacus.sql.review.Level;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.run.TargetReport.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Drives a release from this process. One object drives once. */
public final class ReleaseRun {

    private static final Duration BEAT = Duration.ofMillis(500);

    private final Release release;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Control control;
    private final Progress progress;
    private final Map<String, Semaphore> servers = new LinkedHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private RunSettings settings;
    private long epoch;
    private volatile boolean stopping;

    public ReleaseRun(Release release, List<Target> targets, Control control, RunSettings settings, Progress progress) {
        this.release = release;
        this.control = control;
        this.settings = settings;
        this.progress = progress;
        targets.forEach(target -> {
            this.targets.put(target.name(), target);
            servers.computeIfAbsent(target.server(), server -> new Semaphore(release.parallel()));
        });
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
        settings = settings.withCopying(mayCopy(findings));
        RunRecord kept = control.submit(release);
        if (!kept.state().mayRun()) {
            return kept;
        }
        OptionalLong driven = control.drive(release.name(), settings.owner(), settings.lease());
        if (driven.isEmpty()) {
            return control.find(release.name()).orElseThrow();
        }
        epoch = driven.getAsLong();
        Thread beating = Thread.ofVirtual().name("driver-" + release.name()).start(this::beat);
        try {
            control.plan(release.name(), epoch, rollout, List.copyOf(targets.keySet()));
            drive(rollout);
        } finally {
            // never by interrupting it: that would close the connection under a virtual thread's feet
            ended.countDown();
            beating.join();
        }
        return control.find(release.name()).orElseThrow();
    }

    /** What needs approval has one, by somebody else, of this text; then tables may be copied too. */
    private boolean mayCopy(List<Finding> findings) throws SQLException {
        List<Finding> errors = findings.stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new NotAllowed("the review refuses it:\n" + lines(errors));
        }
        boolean approved = control.approver(release).isPresent();
        List<Finding> open = findings.stream()
                .filter(finding -> finding.level() == Level.APPROVAL)
                .toList();
        if (!approved && !open.isEmpty()) {
            throw new NotAllowed("somebody other than " + release.author() + " has to approve of:\n" + lines(open));
        }
        return approved;
    }

    private static String lines(List<Finding> findings) {
        return String.join("\n", findings.stream().map(Finding::toString).toList());
    }

    private void drive(Rollout rollout) throws SQLException, InterruptedException {
        try {
            while (!stopping) {
                switch (rollout.next(control.states(release.name()))) {
                    case Rollout.Work work -> {
                        control.waveDone(release.name(), epoch, work.wave());
                        work(work.targets());
                    }
                    case Rollout.Stuck stuck -> {
                        finish(
                                RunState.FAILED,
                                "wave " + release.waves().get(stuck.wave()).name() + ": "
                                        + String.join(", ", stuck.failed()) + " failed");
                        return;
                    }
                    case Rollout.Finished finished -> {
                        end();
                        return;
                    }
                }
            }
            finish(RunState.PAUSED, "stopped");
        } catch (ExecutionException e) {
            finish(RunState.FAILED, String.valueOf(e.getCause()));
        }
    }

    private void end() throws SQLException {
        long failed = control.states(release.name()).values().stream()
                .filter(state -> state == TargetState.FAILED)
                .count();
        control.waveDone(release.name(), epoch, release.waves().size());
        if (failed == 0) {
            finish(RunState.DONE, "");
        } else {
            finish(RunState.FAILED, failed + " targets failed, as many as are tolerated; a resume tries them again");
        }
    }

    private void finish(RunState state, String message) throws SQLException {
        control.finish(release.name(), epoch, state, message);
    }

    /** Targets of one server wait for each other, not for those of another. */
    private void work(List<String> names) throws InterruptedException, ExecutionException {
        AtomicInteger failures = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String name : names) {
                all.add(threads.submit(() -> work(targets.get(name), failures)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private Void work(Target target, AtomicInteger failures) throws SQLException, InterruptedException {
        Semaphore server = servers.get(target.server());
        server.acquire();
        try {
            if (stopping || failures.get() > release.tolerate()) {
                return null;
            }
            TargetReport report = TargetWork.run(release, target, settings, progress, () -> stopping);
            if (report.outcome() == Outcome.FAILED || report.outcome() == Outcome.BUSY && !stopping) {
                failures.incrementAndGet();
                progress.note(target.name(), report.message());
                control.record(release.name(), epoch, report, TargetState.FAILED);
            } else {
                TargetState state = report.isDone() ? TargetState.DONE : TargetState.WAITING;
                control.record(release.name(), epoch, report, state);
            }
            return null;
        } finally {
            server.release();
        }
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
