package dev.abacus.sql.cli;

import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import dev.abacus.sql.schema.Migration;
import dev.abacus.sql.schema.SchemaState;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings schemas up to date: looks at all of them first, and changes none when one of them does not fit. */
final class Migrating {

    /** Shards at a time; the services of one shard come one after the other, as they would wait for each other anyway. */
    private static final int AT_A_TIME = 4;

    private record Step(String service, SchemaState state) {}

    private final RunSettings settings;
    private final Progress progress;
    private final PrintStream out;

    Migrating(RunSettings settings, Progress progress, PrintStream out) {
        this.settings = settings;
        this.progress = progress;
        this.out = out;
    }

    /** Whether all of them are up to date now. */
    boolean run(List<KeptSchema> schemas) throws SQLException, InterruptedException {
        Map<Target, List<Step>> steps = look(schemas);
        List<String> objections = steps.values().stream()
                .flatMap(List::stream)
                .flatMap(step -> step.state.objections().stream()
                        .map(objection -> step.state.target().name() + ", " + step.service + ": " + objection))
                .toList();
        objections.forEach(out::println);
        if (!objections.isEmpty()) {
            out.println("Nothing was changed.");
            return false;
        }
        boolean done = true;
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Boolean>> targets = new ArrayList<>();
            steps.values().forEach(of -> targets.add(threads.submit(() -> bring(of))));
            for (Future<Boolean> target : targets) {
                done &= target.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (done) {
            int all = steps.values().stream().mapToInt(List::size).sum();
            out.println(all + " schemas of " + String.join(", ", names(schemas)) + " are up to date.");
        }
        return done;
    }

    private static TreeSet<String> names(List<KeptSchema> schemas) {
        TreeSet<String> names = new TreeSet<>();
        schemas.forEach(schema -> names.add(schema.service()));
        return names;
    }

    private static Map<Target, List<Step>> look(List<KeptSchema> schemas) throws SQLException {
        Map<Target, List<Step>> steps = new LinkedHashMap<>();
        for (KeptSchema kept : schemas) {
            for (Target target : kept.targets()) {
                try (Connection connection = target.connect()) {
                    SchemaState state = SchemaState.of(connection, target, kept.schema(), null);
                    steps.computeIfAbsent(target, first -> new ArrayList<>()).add(new Step(kept.service(), state));
                }
            }
        }
        return steps;
    }

    private boolean bring(List<Step> steps) throws InterruptedException {
        for (Step step : steps) {
            if (step.state.isUpToDate()) {
                continue;
            }
            List<Migration> pending = step.state.pending();
            TargetReport report = step.state.bringUpToDate(settings, progress);
            if (!report.isDone()) {
                out.println(report.target() + ", " + step.service + ": " + report.message());
                return false;
            }
            if (!pending.isEmpty()) {
                out.println(report.target() + ", " + step.service + ": " + pending.size() + " migrations, "
                        + report.ran() + " statements");
            }
        }
        return true;
    }
}
