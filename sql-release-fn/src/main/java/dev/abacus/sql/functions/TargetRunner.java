package dev.abacus.sql.functions;

import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionContext;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.Handout;
import dev.abacus.sql.drive.TargetState;
import dev.abacus.sql.drive.TargetWork;
import dev.abacus.sql.functions.Events.Wanted;
import dev.abacus.sql.place.Place;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.Cancellation;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetCompensation;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.run.TargetReport.Outcome;
import io.cloudevents.CloudEvent;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Does one target. May be called again at any time: the ledger on the target knows what has run. What only stands in the way is
 * left to the runtime's next attempt; what failed is written down, and the invocation has done its work.
 */
public final class TargetRunner implements CloudFunction {

    static final String NAME = "sql-target";

    private final Texts texts = new Texts();

    @Override
    public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
        Place place = Office.place(context);
        Wanted wanted = Wanted.of(Events.data(event));
        try (Control control = Office.control(place)) {
            Handout handout = wanted.handout();
            if (!control.handouts().stands(handout, wanted.state())) {
                control.handouts().giveBack(handout);
                context.logger()
                        .log(
                                System.Logger.Level.INFO,
                                "{0} is not wanted any more under this number",
                                handout.target());
                return null;
            }
            Release release = texts.of(control, handout.release(), wanted.checksum());
            Target target = place.target(release.target(), handout.target());
            return judged(control, wanted, release, context, work(control, wanted, release, target, context));
        }
    }

    private record Work(TargetReport report, boolean lost) {}

    private static Work work(Control control, Wanted wanted, Release release, Target target, FunctionContext context)
            throws SQLException {
        boolean approved = control.approvals().approver(release).isPresent();
        RunSettings settings = RunSettings.standard(NAME + "-" + context.invocationId() + "-" + context.attempt())
                .withCopying(approved);
        Progress progress = new Logged(context.logger());
        try (StillWanted still = new StillWanted(control.handouts(), wanted.handout(), wanted.state())) {
            Cancellation stop = () -> still.lost() || context.cancellation().requested();
            TargetReport report = wanted.back()
                    ? TargetCompensation.run(release, target, settings, progress, stop)
                    : TargetWork.once(release, target, settings, progress, stop);
            return new Work(report, still.lost());
        }
    }

    private static CloudEvent judged(
            Control control, Wanted wanted, Release release, FunctionContext context, Work work)
            throws SQLException, TryAgain {
        Handout handout = wanted.handout();
        TargetReport report = work.report();
        switch (report.outcome()) {
            case DONE -> control.handouts().end(handout, report, wanted.back() ? TargetState.UNDONE : TargetState.DONE);
            case STOPPED -> stopped(control, wanted, context, work);
            case BUSY -> throw new TryAgain(report.message());
            case FAILED -> {
                if (report.passing() || context.attempt() <= release.retry()) {
                    throw new TryAgain(report.message());
                }
                control.handouts().end(handout, report, TargetState.FAILED);
            }
        }
        return Events.of(
                Events.TARGET_DONE,
                context.invocationId(),
                Events.JSON
                        .createObjectNode()
                        .put("release", handout.release())
                        .put("target", handout.target())
                        .put("outcome", report.outcome().name())
                        .put("ran", report.ran())
                        .put("skipped", report.skipped())
                        .put("rows", report.rows())
                        .put("message", report.message()));
    }

    /** By the release's pause, by its time-out, or by an operator who wants this very target no more. */
    private static void stopped(Control control, Wanted wanted, FunctionContext context, Work work)
            throws SQLException, TryAgain {
        Handout handout = wanted.handout();
        if (work.lost()) {
            control.handouts().end(handout, work.report(), TargetState.WAITING);
        } else if (context.remaining().isZero()) {
            throw new TryAgain("its time was over; the next attempt goes on");
        } else {
            TargetReport report = work.report();
            TargetReport cancelled = new TargetReport(
                    report.target(),
                    Outcome.FAILED,
                    report.ran(),
                    report.skipped(),
                    report.rows(),
                    report.took(),
                    "its invocation was cancelled; " + (wanted.back() ? "taking it back again" : "a resume")
                            + " goes on",
                    false);
            control.handouts().end(handout, cancelled, TargetState.FAILED);
        }
    }

    private record Logged(System.Logger logger) implements Progress {

        @Override
        public void statementDone(String target, String place, long rows, Duration took) {
            logger.log(System.Logger.Level.DEBUG, "{0}: {1}, {2} rows, {3} ms", target, place, rows, took.toMillis());
        }

        @Override
        public void note(String target, String what) {
            logger.log(System.Logger.Level.INFO, "{0}: {1}", target, what);
        }
    }
}
