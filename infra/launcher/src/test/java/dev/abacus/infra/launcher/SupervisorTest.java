package dev.abacus.infra.launcher;

import static dev.abacus.infra.launcher.ProgramMother.listening;
import static dev.abacus.infra.launcher.ProgramMother.made;
import static dev.abacus.infra.launcher.ProgramMother.program;
import static dev.abacus.infra.launcher.ProgramMother.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(500);

    @TempDir
    private Path home;

    private Stack stack;
    private Supervisor supervisor;
    private Program started;

    @BeforeEach
    void an_empty_stack() {
        stack = new Stack(home, home.resolve("state"), 0);
        supervisor = new Supervisor(stack, LITTLE_PATIENCE);
    }

    @AfterEach
    void nothing_is_left_running() throws Exception {
        if (started != null) {
            supervisor.stop(started);
        }
    }

    @Test
    void a_started_program_runs_and_its_output_is_in_its_log() throws Exception {
        ProcessRecord record = start(running("shop", "echo open; exec sleep 60"));

        assertThat(supervisor.running(started)).contains(record);
        await().untilAsserted(() -> assertThat(stack.log("shop")).hasContent("open"));
    }

    @Test
    void starting_waits_until_the_program_is_ready() throws Exception {
        Path sign = home.resolve("sign");

        start(program("shop", "sleep 0.3; touch " + sign + "; exec sleep 60", made(sign)));

        assertThat(sign).exists();
    }

    @Test
    void a_program_that_dies_before_it_is_ready_is_told_with_the_end_and_the_place_of_its_log() {
        Program broken = program("shop", "echo 'no licence'; exit 3", () -> false);

        assertThatThrownBy(() -> supervisor.start(broken))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("died before it was ready")
                .hasMessageContaining(stack.log("shop").toString())
                .hasMessageContaining("no licence");
    }

    @Test
    void a_taken_port_is_told_with_the_process_that_has_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Program shop = listening(program("shop"), taken.getLocalPort());

            assertThatThrownBy(() -> supervisor.start(shop))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken by pid "
                            + ProcessHandle.current().pid() + " (java)")
                    .hasMessageContaining("ABACUS_PORT_OFFSET");
        }
    }

    @Test
    void a_program_is_asked_to_stop_first() throws Exception {
        Path goodbye = home.resolve("goodbye");
        start(running("shop", "trap 'touch " + goodbye + "; exit' TERM; echo set; while :; do sleep 0.05; done"));
        await().untilAsserted(() -> assertThat(stack.log("shop")).hasContent("set"));

        assertThat(supervisor.stop(started)).isEqualTo(Supervisor.Stopped.GRACEFULLY);

        assertThat(goodbye).exists();
        assertThat(supervisor.running(started)).isEmpty();
    }

    @Test
    void a_program_that_does_not_listen_is_killed() throws Exception {
        start(running("shop", "trap '' TERM; echo set; while :; do sleep 0.05; done"));
        await().untilAsserted(() -> assertThat(stack.log("shop")).hasContent("set"));

        assertThat(supervisor.stop(started)).isEqualTo(Supervisor.Stopped.KILLED);

        assertThat(supervisor.running(started)).isEmpty();
    }

    @Test
    void stopping_what_does_not_run_is_harmless() throws Exception {
        assertThat(supervisor.stop(program("shop"))).isEqualTo(Supervisor.Stopped.WAS_NOT_RUNNING);
    }

    @Test
    void a_process_that_only_has_the_pid_of_ours_is_left_alone() throws Exception {
        Process somebodyElses = new ProcessBuilder("sleep", "60").start();
        try {
            Path state = Files.createDirectories(stack.state("shop"));
            long start =
                    ProcessTable.ofThisMachine().startOf(somebodyElses.pid()).orElseThrow();
            new ProcessRecord(somebodyElses.pid(), start - 1, Instant.EPOCH).keep(state);

            assertThat(supervisor.stop(program("shop"))).isEqualTo(Supervisor.Stopped.WAS_NOT_RUNNING);

            assertThat(somebodyElses.isAlive()).isTrue();
        } finally {
            somebodyElses.destroyForcibly();
        }
    }

    @Test
    void the_log_of_the_run_before_is_kept() throws Exception {
        start(running("shop", "echo first; exec sleep 60"));
        await().untilAsserted(() -> assertThat(stack.log("shop")).hasContent("first"));
        supervisor.stop(started);

        start(running("shop", "echo second; exec sleep 60"));

        await().untilAsserted(() -> assertThat(stack.log("shop")).hasContent("second"));
        assertThat(Path.of(stack.log("shop") + ".1")).hasContent("first");
    }

    private ProcessRecord start(Program program) throws Exception {
        started = program;
        return supervisor.start(program);
    }
}
