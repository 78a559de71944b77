package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.ClassPath;
import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.JavaProgram.Start;
import dev.abacus.bench.harness.Stack;
import java.util.ArrayList;
import java.util.List;

/** How the tiny gateway of {@code bench/programs} is started, without lane-client and with it. */
final class TinyGateways {

    private static final String MAIN = "dev.abacus.bench.programs.gateway.TinyGateway";
    private static final ClassPath WITH_LANES = ClassPath.of("bench/programs");

    private TinyGateways() {}

    static JavaProgram plain(Stack stack, String name, String namespace) {
        return new Start(name, WITH_LANES.without("lane-client"), MAIN, shared(stack, namespace)).on(stack);
    }

    /** @param more what it knows of lanes */
    static JavaProgram withLanes(Stack stack, String name, String namespace, StandInControl control, String... more) {
        List<String> options = new ArrayList<>(shared(stack, namespace));
        options.add("-Dabacus.lane.control-url=" + control.url());
        options.addAll(List.of(more));
        return new Start(name, WITH_LANES, MAIN, options).on(stack);
    }

    private static List<String> shared(Stack stack, String namespace) {
        return List.of(
                "-Dspring.cloud.nacos.server-addr=" + stack.nacos(),
                "-Dspring.cloud.nacos.username=nacos",
                "-Dspring.cloud.nacos.password=nacos",
                "-Dspring.cloud.nacos.discovery.namespace=" + namespace);
    }
}
