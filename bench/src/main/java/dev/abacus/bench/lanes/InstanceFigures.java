package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.ClassPath;
import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.JavaProgram.Start;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The only instance of a lane comes, goes and is killed while three gateways are asked all the time. A misroute is a
 * request that was sent to somebody else than who should have had it, or to nobody.
 */
public final class InstanceFigures {

    private static final int CLEAN_ROUNDS = 15;
    private static final int KILLS = 10;
    private static final Duration WATCHED = Duration.ofMillis(2_500);
    private static final long SECOND = 1_000_000_000;
    private static final String COMES = "comes";
    private static final String GOES = "leaves the registry";
    private static final String DIES = "is killed (-9)";

    private final Stack stack;

    public InstanceFigures(Stack stack) {
        this.stack = stack;
    }

    /**
     * One event.
     *
     * @param settled milliseconds from the event to the last misrouted request; 0 without any
     * @param late misroutes that were sent a second after the event or later
     */
    private record Event(double settled, int misroutes, int late, int asked) {}

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        var desk = new ControlDesk(stack);
        String id = "instances-" + System.currentTimeMillis();
        long tenant = FiftyLanes.tenant(3L * FiftyLanes.TENANTS);
        try (var gateways = new ThreeGateways(stack).awaitReady();
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            desk.create(id, Echoes.SERVICE);
            String lane = desk.awaitRoutable(id).tag().toString();
            desk.add(id, tenant);
            var stage = new Stage(gateways, threads, tenant, lane, new LinkedHashMap<>());
            List.of(COMES, GOES, DIES).forEach(kind -> stage.events().put(kind, new ArrayList<>()));
            try (JavaProgram instance = start(lane)) {
                stage.happens(COMES, lane, () -> instance.ask("come", "done come"));
                for (int round = 0; round < CLEAN_ROUNDS; round++) {
                    stage.happens(GOES, Echoes.BASELINE, () -> instance.ask("go", "done go"));
                    stage.happens(COMES, lane, () -> instance.ask("come", "done come"));
                }
            }
            for (int round = 0; round < KILLS; round++) {
                try (JavaProgram instance = start(lane)) {
                    gateways.awaitServedBy(Echoes.BASELINE, tenant);
                    stage.happens(COMES, lane, () -> instance.ask("come", "done come"));
                    stage.happens(DIES, Echoes.BASELINE, instance::kill);
                }
            }
            results.keep("lanes-instances", load, table(stage.events()));
        } finally {
            desk.drain(List.of(id));
        }
    }

    private JavaProgram start(String lane) {
        JavaProgram instance = new Start(
                        "echo-instance",
                        ClassPath.of("bench/programs"),
                        "dev.abacus.bench.programs.instance.EchoInstance",
                        List.of(),
                        List.of(Echoes.SERVICE, lane, stack.nacos()),
                        line -> false)
                .on(stack);
        instance.awaitReady();
        return instance;
    }

    private record Stage(
            ThreeGateways gateways,
            ExecutorService threads,
            long tenant,
            String lane,
            Map<String, List<Event>> events) {

        /** @param rightly who has to be asked afterwards */
        void happens(String kind, String rightly, Runnable event) {
            var watch = new Watch(gateways.callers(), tenant, threads);
            Pause.of(Duration.ofMillis(100));
            long at = System.nanoTime();
            event.run();
            Pause.of(WATCHED);
            List<Watch.Asked> asked = watch.since(at);
            List<Long> wrong = asked.stream()
                    .filter(one -> !one.answer().equals(rightly))
                    .map(one -> one.at() - at)
                    .sorted()
                    .toList();
            events.get(kind)
                    .add(new Event(
                            wrong.isEmpty() ? 0 : wrong.getLast() / 1e6,
                            wrong.size(),
                            (int) wrong.stream()
                                    .filter(since -> since >= SECOND)
                                    .count(),
                            asked.size()));
        }
    }

    private static String table(Map<String, List<Event>> events) {
        var table = new MarkdownTable(
                "the lane's only instance",
                "times",
                "last misroute after, ms: median",
                "longest",
                "misroutes in the first second, mean",
                "misroutes after it",
                "of requests");
        events.forEach((kind, all) -> table.row(
                kind,
                all.size(),
                "%.0f".formatted(Median.of(all, Event::settled)),
                "%.0f".formatted(all.stream().mapToDouble(Event::settled).max().orElseThrow()),
                "%.1f"
                        .formatted(all.stream()
                                .mapToInt(event -> event.misroutes() - event.late())
                                .average()
                                .orElseThrow()),
                "**%d**".formatted(all.stream().mapToInt(Event::late).sum()),
                all.stream().mapToInt(Event::asked).sum()));
        return table.toString();
    }
}
