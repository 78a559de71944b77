package dev.abacus.sql.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.abacus.function.FunctionContext;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.Course;
import dev.abacus.sql.drive.Handout;
import dev.abacus.sql.drive.ReleaseEnd;
import dev.abacus.sql.drive.Rollout;
import dev.abacus.sql.drive.RunRecord;
import dev.abacus.sql.drive.RunState;
import dev.abacus.sql.drive.TakingBack;
import dev.abacus.sql.drive.TargetRecord;
import dev.abacus.sql.drive.TargetState;
import dev.abacus.sql.functions.Events.Wanted;
import dev.abacus.sql.place.Place;
import dev.abacus.sql.release.InvalidRelease;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.run.Target;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One attempt at driving one release. */
final class Driving {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration BEAT = Duration.ofSeconds(1);
    /** Looking takes as long as there are targets; it is no more than a quarter of the time. */
    private static final int REST = 3;

    private static final Duration LAST_STATEMENTS = Duration.ofSeconds(20);
    private static final Duration PAUSE_AFTER_REFUSAL = Duration.ofSeconds(1);
    private static final int MOST_REFUSALS = 10;
    private static final int NAMED = 10;

    private final Control control;
    private final Place place;
    private final FunctionContext context;
    private final String name;
    private final long epoch;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    /** Which way it is driven: RUNNING or TAKING_BACK. */
    private RunState way = RunState.RUNNING;

    private Release release;
    private ReleaseEnd end;
    private long beaten = System.nanoTime() - BEAT.toNanos();
    private int refusals;

    Driving(Control control, Place place, FunctionContext context, String name, long epoch) {
        this.control = control;
        this.place = place;
        this.context = context;
        this.name = name;
        this.epoch = epoch;
    }

    /**
     * @param first whether no attempt of this driver has been made before
     * @return what whoever wants to know is told of the end; null when the release has not come to one
     */
    CloudEvent run(boolean first) throws Exception {
        try {
            RunRecord run = record();
            way = run.state();
            release = Texts.read(control, name, run.checksum());
            end = new ReleaseEnd(release, control, epoch);
            place.targets(release).forEach(target -> targets.put(target.name(), target));
            Course course = back() ? new TakingBack() : Rollout.of(release, List.copyOf(targets.keySet()));
            if (first) {
                begin(course);
            } else {
                // what the attempt before had handed out on paper only; what was handed out is known by its id
                submit(control.handouts().open(name).values());
            }
            return drive(course);
        } catch (InvalidRelease | IllegalStateException | IllegalArgumentException | Refused e) {
            RunState state = back() ? RunState.TAKING_BACK : RunState.FAILED;
            control.finish(name, epoch, state, String.valueOf(e.getMessage()));
            return told();
        }
    }

    private boolean back() {
        return way == RunState.TAKING_BACK;
    }

    private void begin(Course course) throws SQLException {
        if (course instanceof Rollout rollout) {
            control.targets().plan(name, epoch, rollout, List.copyOf(targets.keySet()));
        } else {
            control.handouts().withdraw(name); // what is still run forwards is wanted no more
            control.targets().planBack(name, epoch);
        }
    }

    private RunRecord record() throws SQLException {
        return control.find(name).orElseThrow(() -> new Refused.NoSuchRelease(name));
    }

    private CloudEvent drive(Course course) throws SQLException, InterruptedException, TryAgain {
        while (true) {
            long begin = System.nanoTime();
            if (context.cancellation().requested()) {
                return cancelled();
            }
            if (!mayGoOn(begin)) {
                return stopped();
            }
            // in this order: what ends between the two looks is seen as ended, and not handed out again
            Map<String, Handout> open = control.handouts().open(name);
            switch (course.next(control.targets().states(name))) {
                case Course.Work work -> {
                    control.waveDone(name, epoch, work.wave());
                    handOut(work.targets(), open);
                }
                case Course.Stuck stuck -> {
                    if (open.isEmpty()) {
                        end.stuck(stuck);
                        return told();
                    }
                }
                case Course.Finished finished
                when back() -> {
                    if (open.isEmpty()) {
                        end.takenBack();
                        return told();
                    }
                }
                case Course.Finished finished -> {
                    end.finished();
                    return told();
                }
            }
            rest(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** By an operator; or, while it runs, because another attempt has taken over, to which everything else is left. */
    private CloudEvent stopped() throws SQLException, InterruptedException {
        if (record().state() != way) {
            awaitLastStatements();
            end.finish(RunState.PAUSED, "");
        }
        context.logger().log(System.Logger.Level.INFO, "{0} is driven no further", name);
        return null;
    }

    /** Asked once a second: it is a write. What is handed out meanwhile is not, after a pause. */
    private boolean mayGoOn(long now) throws SQLException {
        if (now - beaten < BEAT.toNanos()) {
            return true;
        }
        beaten = now;
        return control.beat(name, epoch, ReleaseDriver.LEASE);
    }

    private static void rest(Duration looked) throws InterruptedException {
        Duration rest = looked.multipliedBy(REST);
        Thread.sleep(rest.compareTo(LOOK) < 0 ? LOOK : rest);
    }

    private void handOut(List<String> waiting, Map<String, Handout> open) throws SQLException, InterruptedException {
        Map<String, List<Target>> servers = new LinkedHashMap<>();
        for (String next : waiting) {
            Target target = targets.get(next);
            if (target == null) {
                throw new IllegalStateException(next + " is no target any more");
            }
            if (!open.containsKey(next)) {
                servers.computeIfAbsent(target.server(), server -> new ArrayList<>())
                        .add(target);
            }
        }
        List<Handout> given = new ArrayList<>();
        for (List<Target> ofOne : servers.values()) {
            String server = ofOne.getFirst().server();
            long ours = open.keySet().stream()
                    .filter(target -> server.equals(targets.get(target).server()))
                    .count();
            if (ours < release.parallel()) {
                given.addAll(control.handouts().give(name, epoch, ofOne, release.parallel()));
            }
        }
        submit(given);
    }

    /** Side by side, so that they are committed together. */
    private void submit(Collection<Handout> given) throws SQLException, InterruptedException {
        Map<Handout, Future<String>> submitted = new LinkedHashMap<>();
        // threads of their own have no call's context; the platform is this call's, and handed to them
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            given.forEach(handout -> submitted.put(handout, threads.submit(() -> context.platform()
                    .invocations()
                    .submit(TargetRunner.NAME, new Wanted(handout, release.checksum(), back()).event()))));
        }
        for (Map.Entry<Handout, Future<String>> one : submitted.entrySet()) {
            if (one.getValue().state() == Future.State.SUCCESS) {
                refusals = 0;
            } else {
                refused(one.getKey(), one.getValue().exceptionNow());
            }
        }
    }

    private void refused(Handout handout, Throwable why) throws SQLException, InterruptedException {
        control.handouts().giveBack(handout);
        if (++refusals == MOST_REFUSALS) {
            throw new IllegalStateException("the runtime does not take its targets: " + why.getMessage());
        }
        Thread.sleep(PAUSE_AFTER_REFUSAL);
    }

    /** By an operator, or because its longest time is over; then the next attempt goes on. */
    private CloudEvent cancelled() throws SQLException, TryAgain {
        if (context.remaining().isZero()) {
            throw new TryAgain("its time was over; the next attempt goes on");
        }
        String next = back() ? "taking it back again" : "a resume";
        end.finish(way.interrupted(), "its driver was cancelled; " + next + " goes on");
        return null;
    }

    /** Whoever resumes a release at once finds nobody at it. */
    private void awaitLastStatements() throws SQLException, InterruptedException {
        long until = System.nanoTime() + LAST_STATEMENTS.toNanos();
        while (!control.handouts().open(name).isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK);
        }
    }

    private CloudEvent told() throws SQLException {
        RunRecord run = record();
        ObjectNode data = Events.JSON
                .createObjectNode()
                .put("release", name)
                .put("checksum", run.checksum())
                .put("state", run.state().name())
                .put("message", run.message());
        context.logger().log(System.Logger.Level.INFO, "{0} is {1}. {2}", name, run.state(), run.message());
        List<TargetRecord> all = control.targets().of(name);
        for (TargetState state : TargetState.values()) {
            data.withObject("/targets")
                    .put(
                            state.name(),
                            all.stream()
                                    .filter(target -> target.state() == state)
                                    .count());
        }
        var failed = data.putArray("failed");
        all.stream()
                .filter(target -> target.state() == TargetState.FAILED)
                .limit(NAMED)
                .forEach(target ->
                        failed.addObject().put("target", target.target()).put("message", target.message()));
        CloudEvent event = Events.of(Events.ENDED, name + "/" + epoch, data);
        return destination(run.state())
                .<CloudEvent>map(destination -> CloudEventBuilder.from(event)
                        .withExtension("destination", destination)
                        .build())
                .orElse(event);
    }

    private Optional<String> destination(RunState state) {
        if (release == null) {
            return Optional.empty();
        }
        return switch (state) {
            case DONE -> release.notices().success();
            case FAILED -> release.notices().failure();
            default -> Optional.empty();
        };
    }
}
