package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.ClassPath;
import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.JavaProgram.Start;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Stack;
import dev.abacus.lane.LaneTag;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * How long a lane's messages lie when the lane's only consumer ends. Several lanes, so that several consumers can start
 * side by side; they end one after the other, each with the machine to itself.
 */
public final class MessageFigures {

    private static final String SCHEMA = "suite_pulse";
    private static final int LANES = 5;
    private static final List<String> ENDS = List.of(MessageFigures.KILL, MessageFigures.EXIT);
    private static final String KILL = "kill -9 of the lane's only consumer";
    private static final String EXIT = "clean exit of the lane's only consumer";
    /** How often every lane's consumer ends in each way. */
    private static final int TIMES = 2;

    private static final Duration BEFORE = Duration.ofMillis(1_500);
    private static final Duration AFTER = Duration.ofMillis(1_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final ClassPath classPath = ClassPath.of("bench/pulse");

    public MessageFigures(Stack stack) {
        this.stack = stack;
    }

    /** In milliseconds: the longest that a message took before the end of the consumer, and from then on. */
    private record Gap(long ordinary, long longest) {}

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        makeSchema();
        var desk = new ControlDesk(stack);
        long run = System.currentTimeMillis();
        List<String> ids = IntStream.range(0, LANES)
                .mapToObj(i -> "beats-" + run + "-" + i)
                .toList();
        List<LaneTag> lanes = ids.stream().map(id -> new LaneTag(id, 1)).toList();
        Map<String, List<Gap>> gaps = new LinkedHashMap<>();
        ENDS.forEach(end -> gaps.put(end, new ArrayList<>()));
        try (var series = new Series(stack, lanes);
                var baseline = start("pulse", series, List.of())) {
            baseline.awaitReady();
            ids.forEach(id -> desk.create(id, Series.SERVICE));
            ids.forEach(desk::awaitRoutable);
            for (int time = 0; time < TIMES; time++) {
                for (String end : ENDS) {
                    gaps.get(end).addAll(batch(end, series, desk, lanes));
                }
            }
            awaitUntil(() -> rows() == series.sent(), "every message has one effect");
            results.keep("lanes-messages", load, table(gaps, series.sent()));
        } finally {
            desk.drain(ids);
        }
    }

    private List<Gap> batch(String end, Series series, ControlDesk desk, List<LaneTag> lanes) {
        List<JavaProgram> consumers = lanes.stream()
                .map(lane ->
                        start("pulse-on-lane-" + lanes.indexOf(lane), series, List.of("-Dabacus.lane.tag=" + lane)))
                .toList();
        try {
            consumers.forEach(JavaProgram::awaitReady);
            lanes.forEach(lane -> desk.awaitOwner(lane.id(), Series.GROUP, "OWNED"));
            List<Gap> gaps = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                gaps.add(gap(end, series, consumers.get(i), lanes.get(i)));
            }
            lanes.forEach(lane -> desk.awaitOwner(lane.id(), Series.GROUP, "ADOPTED"));
            return gaps;
        } finally {
            consumers.forEach(JavaProgram::terminate);
            consumers.forEach(JavaProgram::awaitEnd);
        }
    }

    private Gap gap(String end, Series series, JavaProgram consumer, LaneTag lane) {
        long ended;
        Series.Beating beating = series.beat(lane);
        try (beating) {
            awaitUntil(beating::flows, "messages flow");
            Pause.of(BEFORE);
            ended = System.currentTimeMillis();
            if (end.equals(KILL)) {
                consumer.kill();
            } else {
                consumer.terminate();
                consumer.awaitEnd();
            }
            // over once what was sent a second ago is done, and nothing of before is left
            Pause.of(AFTER);
            awaitUntil(() -> beating.handledUntil(AFTER.toMillis()), "the baseline has taken over");
        }
        awaitUntil(() -> beating.handledUntil(0), "all messages are handled");
        // what was sent shortly before the end may still have been under way
        long concerned = ended - BEFORE.toMillis() / 5;
        long ordinary = beating.longestDelay(ended - BEFORE.toMillis(), concerned);
        return new Gap(ordinary, beating.longestDelay(concerned, Long.MAX_VALUE));
    }

    private static void awaitUntil(BooleanSupplier reached, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + PATIENCE + ": " + what);
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    private JavaProgram start(String name, Series series, List<String> more) {
        List<String> options = new ArrayList<>(List.of(
                "-Dspring.profiles.active=dev",
                "-Dserver.address=127.0.0.1",
                "-Dabacus.auth.url=http://127.0.0.1:" + stack.port(8101),
                "-Dabacus.auth.issuer=http://127.0.0.1:" + stack.port(8080),
                "-Dabacus.db.port=" + stack.port(13306),
                "-Dabacus.lane.control-url=http://127.0.0.1:" + stack.port(8105),
                "-Dspring.data.redis.port=" + stack.port(16379),
                "-Dspring.cloud.nacos.server-addr=" + stack.nacos(),
                "-Dabacus.mq.name-server=127.0.0.1:" + stack.port(9876),
                "-Dpulse.tenant=" + Series.TENANT));
        options.addAll(more);
        return new Start(name, classPath, "dev.abacus.bench.pulse.PulseService", options, List.of(), series::hear)
                .on(stack);
    }

    private void makeSchema() throws SQLException {
        try (Connection connection = stack.connect("suite_0");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
            statement.execute("CREATE DATABASE " + SCHEMA + " CHARACTER SET utf8mb4");
        }
    }

    private long rows() {
        try (Connection connection = stack.connect(SCHEMA);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM pulse_beat")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String table(Map<String, List<Gap>> gaps, int sent) {
        var table = new MarkdownTable(
                "the longest that a message lay, s", "times", "median", "longest", "shortest", "just before, median");
        gaps.forEach((end, all) -> {
            List<Double> seconds =
                    all.stream().map(gap -> gap.longest() / 1e3).sorted().toList();
            table.row(
                    end,
                    all.size(),
                    "%.1f".formatted(Median.of(seconds)),
                    "**%.1f**".formatted(seconds.getLast()),
                    "%.1f".formatted(seconds.getFirst()),
                    "%.3f".formatted(Median.of(all, gap -> gap.ordinary() / 1e3)));
        });
        return table + "\n\nOf %,d messages each had one effect.".formatted(sent);
    }
}
