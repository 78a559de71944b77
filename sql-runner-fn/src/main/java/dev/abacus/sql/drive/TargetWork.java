package dev.abacus.sql.drive;

import dev.abacus.sql.check.Checks;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.Cancellation;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.run.TargetReport.Outcome;
import dev.abacus.sql.run.TargetRun;
import java.util.List;
import java.util.function.Supplier;

/** All that is done about one target: the scripts, then the checks. */
public final class TargetWork {

    private static final long AGAIN_MILLIS = 500;

    private TargetWork() {}

    /** The scripts, then the checks. */
    public static TargetReport run(
            Release release, Target target, RunSettings settings, Progress progress, Cancellation cancellation)
            throws InterruptedException {
        return checked(
                release,
                target,
                patiently(
                        settings,
                        cancellation,
                        () -> TargetRun.run(release, target, settings, progress, cancellation)));
    }

    /** The same for whoever tries again by himself: a target that somebody else has is not waited for. */
    public static TargetReport once(
            Release release, Target target, RunSettings settings, Progress progress, Cancellation cancellation) {
        return checked(release, target, TargetRun.run(release, target, settings, progress, cancellation));
    }

    private static TargetReport checked(Release release, Target target, TargetReport report) {
        if (!report.isDone()) {
            return report;
        }
        List<String> failures = Checks.failures(release, target);
        return failures.isEmpty()
                ? report
                : new TargetReport(
                        report.target(),
                        Outcome.FAILED,
                        report.ran(),
                        report.skipped(),
                        report.rows(),
                        report.took(),
                        String.join("\n", failures),
                        false);
    }

    /** A target that somebody else had when he died is waited for, for as long as his lease can last. */
    public static TargetReport patiently(RunSettings settings, Cancellation cancellation, Supplier<TargetReport> work)
            throws InterruptedException {
        long until = System.nanoTime() + settings.lease().toNanos() * 2;
        TargetReport report = work.get();
        while (report.outcome() == Outcome.BUSY && System.nanoTime() < until && !cancellation.requested()) {
            Thread.sleep(AGAIN_MILLIS);
            report = work.get();
        }
        return report;
    }
}
