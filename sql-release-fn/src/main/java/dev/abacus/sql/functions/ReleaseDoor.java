package dev.abacus.sql.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.abacus.function.CloudFunction;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.platform.NotProvided;
import dev.abacus.sql.drive.Admission;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.NotAllowed;
import dev.abacus.sql.drive.RunRecord;
import dev.abacus.sql.drive.RunState;
import dev.abacus.sql.drive.TakingBack;
import dev.abacus.sql.functions.Events.Drive;
import dev.abacus.sql.functions.Refused.BadRequest;
import dev.abacus.sql.functions.Refused.NoSuchRelease;
import dev.abacus.sql.place.Place;
import dev.abacus.sql.plan.Plan;
import dev.abacus.sql.release.InvalidRelease;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseFiles;
import io.cloudevents.CloudEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Operators' commands. Only calls from outside are theirs: what another function hands on is refused, so that whoever may deploy a
 * function does not thereby run scripts on every shard in nobody's name.
 */
public final class ReleaseDoor implements CloudFunction {

    /** Whoever resumes right after a pause waits for the last statements; the gateway does not wait longer than 15 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final long LOOK_MILLIS = 100;

    /** A release as it was handed in, or as it was found by its name. */
    private record Submitted(Release release, ReleaseFiles files) {}

    @Override
    public CloudEvent handle(CloudEvent event, FunctionContext context) throws Exception {
        Place place = Office.place(context);
        if (context.depth() > 0) {
            throw new Refused("Releases are run by operators, not by functions.");
        }
        Request request = new Request(Events.data(event));
        try (Control control = Office.control(place)) {
            return Events.of(Events.ANSWER, context.invocationId(), answer(request, control, place, context));
        } catch (InvalidRelease | NotAllowed | IllegalArgumentException | IllegalStateException e) {
            throw new Refused(e.getMessage());
        }
    }

    private static JsonNode answer(Request request, Control control, Place place, FunctionContext context)
            throws SQLException, InterruptedException {
        Answers answers = new Answers(control);
        return switch (request.command()) {
            case "plan" -> {
                Release release = submitted(request, control).release();
                yield Answers.of(Plan.of(release, place.targets(release)));
            }
            case "approve" -> {
                Submitted submitted = submitted(request, control);
                control.approvals().approve(submitted.release(), request.by());
                control.shelf()
                        .note(
                                submitted.release().name(),
                                request.by(),
                                "approved of " + submitted.release().checksum());
                yield answers.approved(submitted.release(), request.by());
            }
            case "run", "resume" -> run(request, control, place, context);
            case "take-back" -> takeBack(request, control, context);
            case "pause" -> asked(request, control, RunState.PAUSED);
            case "abort" -> asked(request, control, RunState.ABORTED);
            case "status" -> answers.status(known(request, control));
            case "report" -> answers.report(known(request, control), request.after(), request.limit());
            case "history" -> answers.history(known(request, control), request.after(), request.limit());
            case "list" -> answers.list(request.after(), request.limit());
            default -> throw new BadRequest("There is no command " + request.command() + ".");
        };
    }

    private static RunRecord known(Request request, Control control) throws SQLException {
        return control.find(request.release()).orElseThrow(() -> new NoSuchRelease(request.release()));
    }

    private static Submitted submitted(Request request, Control control) throws SQLException {
        Optional<ReleaseFiles> files = request.files();
        if (files.isPresent()) {
            return new Submitted(files.get().release(), files.get());
        }
        RunRecord run = known(request, control);
        Release release = Texts.read(control, run.name(), run.checksum());
        return new Submitted(release, null);
    }

    /** Reviewed as it would be from a terminal; then a driver is called, unless there is one. */
    private static JsonNode run(Request request, Control control, Place place, FunctionContext context)
            throws SQLException, InterruptedException {
        request.by(); // refused before anything is written
        Submitted submitted = submitted(request, control);
        Release release = submitted.release();
        Admission.of(release, Plan.of(release, place.targets(release)).findings(), control);
        RunRecord run = control.submit(release);
        if (submitted.files() != null) {
            control.shelf().put(release, submitted.files());
        }
        if (run.state().mayRun()) {
            begin(control, release, RunState.RUNNING, request, context);
        }
        return status(control, release.name());
    }

    /** By a driver of functions too, target by target. What has been taken back was asked for twice. */
    private static JsonNode takeBack(Request request, Control control, FunctionContext context)
            throws SQLException, InterruptedException {
        request.by(); // refused before anything is written
        Submitted submitted = submitted(request, control);
        Release release = submitted.release();
        RunRecord run = TakingBack.admit(control, release);
        if (submitted.files() != null) {
            control.shelf().put(release, submitted.files());
        }
        if (run.state() != RunState.TAKEN_BACK) {
            begin(control, release, RunState.TAKING_BACK, request, context);
        }
        return status(control, release.name());
    }

    private static JsonNode status(Control control, String name) throws SQLException {
        return new Answers(control).status(control.find(name).orElseThrow());
    }

    private static void begin(Control control, Release release, RunState to, Request request, FunctionContext context)
            throws SQLException, InterruptedException {
        String name = release.name();
        String driver = "functions/" + context.invocationId();
        OptionalLong epoch = drive(control, name, driver, to);
        if (epoch.isEmpty()) {
            return;
        }
        control.shelf().note(name, request.by(), request.command() + ", " + release.checksum());
        try {
            context.platform()
                    .invocations()
                    .submit(ReleaseDriver.NAME, new Drive(name, driver, epoch.getAsLong()).event(), name);
        } catch (NotProvided e) {
            control.finish(name, epoch.getAsLong(), to.interrupted(), "no driver could be called: " + e.getMessage());
            throw e;
        }
    }

    /** Empty when somebody does it already, or it is at its end. */
    private static OptionalLong drive(Control control, String name, String driver, RunState to)
            throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            OptionalLong epoch = control.drive(name, driver, ReleaseDriver.LEASE, to);
            RunRecord run = control.find(name).orElseThrow();
            if (epoch.isPresent() || run.state() == to || !run.state().mayBecome(to)) {
                return epoch;
            }
            if (System.nanoTime() > until) {
                throw new Refused(name + " is still being stopped; what runs on a target is not cut off.");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** What is so already was asked for twice. */
    private static JsonNode asked(Request request, Control control, RunState state) throws SQLException {
        String by = request.by();
        RunRecord run = known(request, control);
        if (run.state() != state) {
            control.ask(run.name(), state);
            control.shelf().note(run.name(), by, request.command());
        }
        return status(control, run.name());
    }
}
