package dev.abacus.bench.runtime;

import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.Machine;
import dev.abacus.bench.harness.MarkdownTable;
import dev.abacus.bench.harness.Median;
import dev.abacus.bench.harness.Process;
import dev.abacus.bench.harness.Results;
import dev.abacus.bench.harness.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How long the first caller of a function waits whose last instance is gone, and what an instance holds that nobody calls. */
public final class StartFigures {

    private static final int FUNCTIONS = 40;
    private static final int STARTS = 7;

    /** The dispatcher has been at work: only the function is new. */
    private static final String AT_WORK = "at-work";

    private static final int CALLS_BEFORE = 3_000;

    /** The reserve is full again: what is measured is a call after a while, not the thirtieth in a second. */
    private static final Duration BETWEEN = Duration.ofMillis(2_500);

    private final Stack stack;

    public StartFigures(Stack stack) {
        this.stack = stack;
    }

    private record Memory(double resident, double share) {

        static Memory of(Process process) {
            return new Memory(process.residentMegabytes(), process.proportionalMegabytes());
        }
    }

    private record Waited(List<Double> first, List<Double> second, List<Memory> idle) {

        Waited() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    public void measure(Results results) throws Exception {
        String load = Machine.loadAverage();
        Waited runtime = onTheRuntime();
        Waited spring = inProcesses(() -> Peers.spring(stack));
        Waited tomcat = inProcesses(() -> Peers.tomcat(stack));
        var waits =
                new MarkdownTable("until the first answer, ms", "times", "p50", "p95", "longest", "the next call, p50");
        row(waits, "**the runtime**: a function that no instance has", runtime);
        row(waits, Peers.SPRING + ": a process", spring);
        row(waits, Peers.TOMCAT + ": a process", tomcat);
        var memory = new MarkdownTable("idle after its calls, MB", "resident", "proportional share");
        memory(memory, "**a worker of the runtime**", runtime);
        memory(memory, Peers.SPRING, spring);
        memory(memory, Peers.TOMCAT, tomcat);
        results.keep("functions-start", load, waits + "\n\n" + memory);
    }

    private Waited onTheRuntime() throws InterruptedException {
        var desk = new Desk(stack);
        List<String> names =
                IntStream.range(0, FUNCTIONS).mapToObj(i -> "cold-" + i).toList();
        names.forEach(desk::deploy);
        desk.deploy(AT_WORK);
        Greeted other = desk.atTheDispatcher(AT_WORK, "");
        for (int i = 0; i < CALLS_BEFORE; i++) {
            other.call();
        }
        var waited = new Waited();
        for (String name : names) {
            Thread.sleep(BETWEEN);
            Greeted function = desk.atTheDispatcher(name, "");
            waited.first().add(millis(function::call));
            waited.second().add(millis(function::call));
        }
        Thread.sleep(BETWEEN);
        stack.process("function-dispatcher").children().forEach(worker -> waited.idle()
                .add(Memory.of(worker)));
        names.forEach(desk::remove);
        desk.remove(AT_WORK);
        return waited;
    }

    private Waited inProcesses(Supplier<JavaProgram> starting) throws InterruptedException {
        var waited = new Waited();
        List<JavaProgram> programs = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            JavaProgram program = starting.get();
            programs.add(program);
            Greeted function = Peers.ready(program);
            function.call();
            waited.first().add((System.nanoTime() - begin) / 1e6);
            waited.second().add(millis(function::call));
        }
        Thread.sleep(BETWEEN);
        programs.forEach(program -> waited.idle().add(Memory.of(program.counted())));
        programs.forEach(JavaProgram::close);
        return waited;
    }

    private static double millis(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void row(MarkdownTable table, String title, Waited waited) {
        List<Double> first = waited.first().stream().sorted().toList();
        table.row(
                title,
                first.size(),
                "%.1f".formatted(Median.of(first)),
                "%.1f".formatted(first.get((int) Math.ceil(0.95 * first.size()) - 1)),
                "%.1f".formatted(first.getLast()),
                "%.1f".formatted(Median.of(waited.second())));
    }

    private static void memory(MarkdownTable table, String title, Waited waited) {
        table.row(
                title,
                "%.0f".formatted(Median.of(waited.idle(), Memory::resident)),
                "%.0f".formatted(Median.of(waited.idle(), Memory::share)));
    }
}
