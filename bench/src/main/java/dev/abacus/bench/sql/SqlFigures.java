package dev.abacus.bench.sql;

import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Rounds;
import dev.abacus.bench.harness.Stack;
import dev.abacus.sql.drive.TargetWork;
import dev.abacus.sql.release.Release;
import dev.abacus.sql.release.ReleaseFolder;
import dev.abacus.sql.run.Cancellation;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import dev.abacus.sql.run.TargetReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;

/** The same release in the same number of schemas by three runners, block by block in turns. */
public final class SqlFigures {

    private static final int SCHEMAS = 200;
    private static final int BLOCK = 20;
    private static final int PARALLEL = 4;
    private static final String PREFIX = "suite_bench_";

    private final Stack stack;
    private final Scripts scripts = new Scripts();

    public SqlFigures(Stack stack) {
        this.stack = stack;
    }

    @FunctionalInterface
    private interface Runner {
        void run(String schema) throws Exception;
    }

    /** Of one block. */
    private record Round(double millisNew, double millisAgain, double statementsNew, double statementsAgain) {}

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        Path folder = scripts.into(stack.home().resolve("bench/release"));
        Release release = ReleaseFolder.read(folder);
        var byHand = new ByHand(scripts);
        Map<String, Runner> runners = new LinkedHashMap<>();
        runners.put("**the SQL runner**", schema -> byTheRunner(release, schema));
        runners.put("Flyway", schema -> byFlyway(folder, schema));
        runners.put("JDBC by hand", schema -> {
            try (Connection connection = stack.connect(schema)) {
                byHand.run(connection);
            }
        });
        try (Connection server = stack.connect("")) {
            drop(server);
            runners.forEach((name, runner) -> round(server, runner));
            Map<String, Supplier<Round>> ways = new LinkedHashMap<>();
            runners.forEach((name, runner) -> ways.put(name, () -> round(server, runner)));
            results.keep("sql", load, table(Rounds.interleaved(SCHEMAS / BLOCK, ways)));
        }
    }

    private void byTheRunner(Release release, String schema) throws InterruptedException {
        Target target = Target.shard("127.0.0.1:" + stack.port(13306), schema, "suite", "suite");
        TargetReport report =
                TargetWork.run(release, target, RunSettings.standard("bench"), Progress.silent(), Cancellation.never());
        if (!report.isDone()) {
            throw new IllegalStateException(report.toString());
        }
    }

    private void byFlyway(Path folder, String schema) {
        Flyway.configure()
                .dataSource(stack.jdbcUrl(schema), "suite", "suite")
                .locations("filesystem:" + folder)
                .load()
                .migrate();
    }

    /** A block of new schemas, and the same block once more. Making and dropping them is not counted. */
    private Round round(Connection server, Runner runner) {
        List<String> schemas =
                IntStream.range(0, BLOCK).mapToObj(i -> PREFIX + i).toList();
        try {
            execute(server, "CREATE DATABASE ", schemas);
            long before = statements(server);
            double fresh = millis(runner, schemas);
            long between = statements(server);
            double again = millis(runner, schemas);
            long after = statements(server);
            execute(server, "DROP DATABASE ", schemas);
            return new Round(
                    fresh / BLOCK, again / BLOCK, (between - before - 1.0) / BLOCK, (after - between - 1.0) / BLOCK);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double millis(Runner runner, List<String> schemas) {
        long begin = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(PARALLEL)) {
            List<Future<?>> all = new ArrayList<>();
            for (String schema : schemas) {
                all.add(pool.submit(() -> {
                    runner.run(schema);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /** What the server was asked so far: the statement that asks for it is one more. */
    private static long statements(Connection server) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }

    private static void execute(Connection server, String what, List<String> schemas) throws SQLException {
        try (Statement statement = server.createStatement()) {
            for (String schema : schemas) {
                statement.execute(what + schema);
            }
        }
    }

    /** What a measurement that was cut off has left. */
    private static void drop(Connection server) throws SQLException {
        try (Statement statement = server.createStatement()) {
            for (int i = 0; i < BLOCK; i++) {
                statement.execute("DROP DATABASE IF EXISTS " + PREFIX + i);
            }
        }
    }

    private String table(Map<String, List<Round>> measured) {
        var table = new MarkdownTable(
                scripts.statements() + " statements, " + SCHEMAS + " schemas, " + PARALLEL + " at a time",
                "a new schema, ms",
                "±, %",
                "statements",
                "up to date, ms",
                "statements");
        measured.forEach((name, rounds) -> table.row(
                name,
                "%.1f".formatted(Median.of(rounds, Round::millisNew)),
                "%.0f"
                        .formatted(Median.spreadPercent(
                                rounds.stream().map(Round::millisNew).toList())),
                "%.0f".formatted(Median.of(rounds, Round::statementsNew)),
                "%.2f".formatted(Median.of(rounds, Round::millisAgain)),
                "%.0f".formatted(Median.of(rounds, Round::statementsAgain))));
        return table.toString();
    }
}
