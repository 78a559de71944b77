package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

    private final ProcessTable processes = ProcessTable.ofThisMachine();

    @Test
    void a_living_process_has_a_start_and_memory() {
        long self = ProcessHandle.current().pid();

        assertThat(processes.startOf(self)).isPresent();
        assertThat(processes.residentMegabytes(self)).isPositive();
    }

    @Test
    void a_process_that_has_ended_has_none() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(processes.startOf(process.pid())).isEmpty();
        assertThat(processes.residentMegabytes(process.pid())).isZero();
    }

    /** {@code kill -0} and {@code ProcessHandle.isAlive} both take a zombie for alive. */
    @Test
    void a_zombie_is_dead() throws Exception {
        // the shell becomes a sleep, which never asks how its child ended
        Process parent = new ProcessBuilder("sh", "-c", "true & exec sleep 60").start();
        try {
            Path children = Path.of("/proc/" + parent.pid() + "/task/" + parent.pid() + "/children");
            await().until(() -> !Files.readString(children).isBlank());
            long child = Long.parseLong(Files.readString(children).strip());
            await().until(() ->
                    Files.readString(Path.of("/proc/" + child + "/stat")).contains(") Z "));

            assertThat(processes.startOf(child)).isEmpty();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void a_command_with_brackets_and_spaces_in_its_name_is_read_right(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("7"));
        Files.writeString(
                proc.resolve("7/stat"),
                "7 (a) S 9 (b) S 1 7 7 0 -1 4194304 100 0 0 0 5 6 0 0 20 0 1 0 4711 1000 20 0\n");

        assertThat(new ProcessTable(proc).startOf(7)).contains(4711L);
    }
}
