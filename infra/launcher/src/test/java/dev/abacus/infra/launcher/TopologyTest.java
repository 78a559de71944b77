package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopologyTest {

    private static final int FIRST_EPHEMERAL_PORT = 32_768;
    private static final Path ROOT = Path.of("/checkout");

    @Test
    void no_two_programs_share_a_port() {
        assertThat(ports(Stack.of(ROOT, Map.of()))).doesNotHaveDuplicates();
    }

    /** An outgoing connection may be given such a port just before a server wants to listen on it. */
    @Test
    void the_tests_ports_are_neither_the_developers_nor_handed_out_by_linux() {
        Stack stack = Stack.of(ROOT, Map.of());

        assertThat(ports(stack.forTests()))
                .doesNotContainAnyElementsOf(ports(stack))
                .allMatch(port -> port < FIRST_EPHEMERAL_PORT);
    }

    @Test
    void the_gateway_opens_when_everything_behind_it_is_ready() {
        List<Program> inOrder = new Programs(programs(Stack.of(ROOT, Map.of()))).inOrder();

        assertThat(inOrder.getLast().name()).isEqualTo("gateway");
    }

    @Test
    void kafka_is_prepared_but_starts_only_when_it_is_named() {
        Programs programs = new Programs(programs(Stack.of(ROOT, Map.of())));

        assertThat(programs.find("kafka").startsByDefault()).isFalse();
        assertThat(programs.inOrder())
                .filteredOn(program -> !program.startsByDefault())
                .hasSize(1);
    }

    @Test
    void an_offset_moves_every_port() {
        Stack moved = Stack.of(ROOT, Map.of("ABACUS_PORT_OFFSET", "100", "ABACUS_HOME", "/elsewhere"));

        assertThat(ports(moved))
                .isEqualTo(ports(Stack.of(ROOT, Map.of())).stream()
                        .map(port -> port + 100)
                        .toList());
        assertThat(moved.state("redis")).isEqualTo(Path.of("/elsewhere/redis"));
    }

    private static List<Program> programs(Stack stack) {
        return new Topology(stack, AotCache.inUse(stack.root())).programs();
    }

    private static List<Integer> ports(Stack stack) {
        return programs(stack).stream()
                .flatMap(program -> program.ports().stream())
                .toList();
    }
}
