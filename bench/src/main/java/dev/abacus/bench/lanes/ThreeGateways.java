package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Three gateways with lane-client that follow the suite's own lanes, in front of an instance of the baseline. */
final class ThreeGateways implements AutoCloseable {

    private static final int COUNT = 3;
    /** The registry that lane-control publishes in. */
    private static final String SUITE = "";

    private final StandInControl control = new StandInControl();
    private final List<JavaProgram> programs = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Echoes echoes;

    ThreeGateways(Stack stack) {
        echoes = new Echoes(stack, SUITE).with(Echoes.SERVICE, Echoes.BASELINE);
        for (int i = 0; i < COUNT; i++) {
            programs.add(TinyGateways.withLanes(stack, "three-gateways-" + i, SUITE, control));
        }
    }

    ThreeGateways awaitReady() {
        for (JavaProgram program : programs) {
            callers.add(new Caller(Integer.parseInt(program.awaitReady())));
        }
        for (Caller caller : callers) {
            for (int i = 0; i < 300; i++) {
                caller.ask(1);
            }
        }
        return this;
    }

    Echoes echoes() {
        return echoes;
    }

    List<Caller> callers() {
        return callers;
    }

    /** Waits until all three send {@code tenant} to {@code lane}. */
    void awaitServedBy(String lane, long tenant) {
        for (Caller caller : callers) {
            for (int i = 0; !caller.ask(tenant).equals(lane); i++) {
                if (i > 1_000) {
                    throw new IllegalStateException("a gateway sends the tenant to " + caller.ask(tenant));
                }
                Pause.of(Duration.ofMillis(10));
            }
        }
    }

    @Override
    public void close() throws Exception {
        programs.forEach(JavaProgram::terminate);
        programs.forEach(JavaProgram::awaitEnd);
        echoes.close();
        control.close();
    }
}
