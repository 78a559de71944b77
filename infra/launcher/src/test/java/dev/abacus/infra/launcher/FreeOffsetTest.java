package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreeOffsetTest {

    private static final List<Integer> PORTS = List.of(8080, 8180, 16379);

    @Test
    void the_first_step_is_taken_when_nobody_is_there() {
        assertThat(FreeOffset.of(PORTS, Set.of(8080, 16379))).hasValue(100);
    }

    @Test
    void an_offset_by_which_any_port_meets_somebody_is_passed_over() {
        assertThat(FreeOffset.of(PORTS, Set.of(8180, 8280, 16679))).hasValue(400);
    }

    @Test
    void no_offset_moves_a_port_to_where_outgoing_connections_come_from() {
        Set<Integer> everything = IntStream.range(1, 32_700).boxed().collect(java.util.stream.Collectors.toSet());

        assertThat(FreeOffset.of(PORTS, everything)).isEmpty();
    }

    @Test
    void the_suites_own_ports_and_those_of_its_tests_stay_free() throws IOException {
        Stack stack = new Stack(Path.of("").toAbsolutePath(), Path.of("state"), 0);

        int offset =
                FreeOffset.beside(stack, new Listeners(Path.of("no-such-proc"))).orElseThrow();

        Set<Integer> moved = ports(offset);
        assertThat(moved).doesNotContainAnyElementsOf(ports(0));
        assertThat(moved).doesNotContainAnyElementsOf(ports(Stack.TEST_PORT_OFFSET));
        assertThat(moved).doesNotContainAnyElementsOf(ports(AotTraining.PORT_OFFSET));
    }

    private static Set<Integer> ports(int offset) {
        Stack stack = new Stack(Path.of("").toAbsolutePath(), Path.of("state"), offset);
        return new Topology(stack, AotCache.inUse(stack.root()))
                .programs().stream()
                        .flatMap(program -> program.ports().stream())
                        .collect(java.util.stream.Collectors.toSet());
    }
}
