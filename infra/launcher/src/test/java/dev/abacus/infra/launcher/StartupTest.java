package dev.abacus.infra.launcher;

import static dev.abacus.infra.launcher.ProgramMother.notBuilt;
import static dev.abacus.infra.launcher.ProgramMother.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupTest {

    private static final Program BROKEN = program("database", "exit 1", () -> false);

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(screen, true));

    @TempDir
    private Path home;

    private Supervisor supervisor;
    private List<Program> chosen = List.of();

    @BeforeEach
    void an_empty_stack() {
        supervisor = new Supervisor(new Stack(home, home, 0), Duration.ofSeconds(5));
    }

    @AfterEach
    void nothing_is_left_running() throws Exception {
        new Shutdown(supervisor, console).takeDown(chosen);
    }

    @Test
    void a_program_is_started_when_what_it_needs_is_ready() throws Exception {
        Program database =
                program("database", "sleep 0.2; touch ready; exec sleep 60", () -> home.resolve("database/ready")
                        .toFile()
                        .exists());
        Program shop = program("shop", "test -e ../database/ready && exec sleep 60", () -> true)
                .needs("database");

        assertThat(bringUp(database, shop)).isTrue();
        assertThat(supervisor.running(shop)).isPresent();
    }

    @Test
    void what_needs_a_failed_program_is_not_started_and_the_rest_is() throws Exception {
        Program shop = program("shop").needs("database");
        Program cache = program("cache");

        assertThat(bringUp(BROKEN, shop, cache)).isFalse();

        assertThat(supervisor.running(shop)).isEmpty();
        assertThat(supervisor.running(cache)).isPresent();
        assertThat(screen.toString()).contains("shop", "not started, because it needs database");
    }

    @Test
    void a_mistake_of_ours_is_thrown_and_keeps_nobody_waiting() {
        Program shop = program("shop").needs("database");

        assertThatThrownBy(() -> bringUp(ProgramMother.misconfigured("database"), shop))
                .hasRootCauseMessage("unknown ${port}");

        assertThat(supervisor.running(shop)).isEmpty();
    }

    @Test
    void starting_what_is_up_changes_nothing() throws Exception {
        Program cache = program("cache");
        bringUp(cache);
        ProcessRecord first = supervisor.running(cache).orElseThrow();

        assertThat(bringUp(cache)).isTrue();

        assertThat(supervisor.running(cache)).contains(first);
        assertThat(screen.toString()).contains("up already, pid " + first.pid());
    }

    @Test
    void what_was_built_again_since_it_was_started_is_started_again() throws Exception {
        bringUp(program("shop"));
        ProcessRecord first = supervisor.running(chosen.getFirst()).orElseThrow();

        assertThat(bringUp(ProgramMother.builtAgain("shop"))).isTrue();

        assertThat(supervisor.running(chosen.getFirst())).isPresent().get().isNotEqualTo(first);
        assertThat(screen.toString())
                .contains("stopped, pid " + first.pid() + ": it was built again")
                .doesNotContain("up already");
    }

    @Test
    void a_program_whose_module_is_not_built_is_skipped_and_so_is_no_failure() throws Exception {
        assertThat(bringUp(notBuilt("gateway"))).isTrue();

        assertThat(screen.toString()).contains("gateway", "skipped (its module is not built here)");
    }

    @Test
    void a_line_tells_of_each_program_when_it_is_ready() throws Exception {
        bringUp(program("cache"));

        assertThat(screen.toString()).containsPattern("cache +ready in +\\d+\\.\\d s +\\d+ MB  port 1");
    }

    private boolean bringUp(Program... programs) throws InterruptedException {
        chosen = List.of(programs);
        return new Startup(supervisor, console).bringUp(chosen);
    }
}
