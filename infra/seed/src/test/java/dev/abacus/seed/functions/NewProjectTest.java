package dev.abacus.seed.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewProjectTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path here;

    private Path root;

    @BeforeEach
    void findRoot() {
        root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("abacus"))) {
            root = root.getParent();
        }
    }

    private boolean run(Path project, String input, String... line) throws Exception {
        return new RunningHere(FunctionProject.in(project), new PrintStream(out, true), new PrintStream(errors, true))
                .run(Arguments.of(List.of(line)), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    private String said(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_new_script_runs_as_it_is() throws Exception {
        Path script = new NewProject("quick-fix", here, root).script();
        assertThat(run(script, "", "--data", "{\"name\": \"Wu\"}", "greeting=Hi"))
                .isTrue();
        assertThat(said(out)).isEqualTo("{\"text\":\"Hi, Wu!\"}\n");
        assertThat(said(errors)).contains("INFO greeting Wu");
    }

    @Test
    void an_event_comes_from_the_standard_input_or_a_file_and_may_be_a_whole_one() throws Exception {
        Path script = new NewProject("quick-fix", here, root).script();
        assertThat(run(script, "{\"name\": \"Lin\"}", "--event", "-")).isTrue();
        Path event = here.resolve("event.json");
        Files.writeString(
                event,
                """
                {"specversion": "1.0", "id": "1", "source": "/a", "type": "b", "data": {"name": "Chen"}}""");
        assertThat(run(script, "", "--event", event.toString())).isTrue();
        assertThat(said(out)).isEqualTo("{\"text\":\"Hello, Lin!\"}\n{\"text\":\"Hello, Chen!\"}\n");
    }

    @Test
    void a_failure_is_told_and_so_is_a_source_that_does_not_compile() throws Exception {
        Path script = new NewProject("quick-fix", here, root).script();
        assertThat(run(script, "")).isFalse();
        assertThat(said(errors)).contains("failed: dev.abacus.function.PermanentFailure: the event names nobody");
        Files.writeString(script.resolve("QuickFix.java"), "public class QuickFix { int a = b; }");
        assertThatThrownBy(() -> run(script, "")).isInstanceOf(Wrong.class).hasMessageContaining("does not compile");
        assertThat(said(errors)).contains("QuickFix.java:1: error: cannot find symbol");
        Files.writeString(script.resolve("QuickFix.java"), "public class QuickFix {}");
        assertThatThrownBy(() -> run(script, "")).hasMessageContaining("is no Function<CloudEvent, CloudEvent>");
    }

    /** Against the jars of this build, which are there when the whole is built. */
    @Test
    void a_new_project_builds_and_passes_its_test_without_a_network() throws Exception {
        assumeThat(root.resolve("function-runtime/testkit/target")).isDirectoryContaining("glob:**-SNAPSHOT.jar");
        Path project = new NewProject("stock-check", here, root).maven();
        ProcessBuilder maven = new ProcessBuilder("mvn", "-q", "-o", "--batch-mode", "package")
                .directory(project.toFile())
                .redirectErrorStream(true);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process building = maven.start();
        String told;
        try (InputStream in = building.getInputStream()) {
            told = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(building.waitFor()).as(told).isZero();
        assertThat(project.resolve("target/surefire-reports")).isDirectoryContaining("glob:**StockCheckTest.txt");
        assertThat(project.resolve("target")).isDirectoryContaining("glob:**.jar");
        assertThat(Files.size(project.resolve("target/stock-check-1.jar"))).isLessThan(10_000);
    }

    @Test
    void nothing_is_overwritten() throws Exception {
        new NewProject("quick-fix", here, root).script();
        assertThatThrownBy(() -> new NewProject("quick-fix", here, root).script())
                .isInstanceOf(Wrong.class)
                .hasMessageContaining("is there already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bad", "9a", "a_b", "-a", "a-", ""})
    void a_name_that_could_not_be_deployed_is_refused(String name) {
        assertThatThrownBy(() -> new NewProject(name, here, root)).isInstanceOf(Wrong.class);
    }

    @Test
    void a_directory_without_a_function_is_told_so() {
        assertThatThrownBy(() -> FunctionProject.in(here)).hasMessageContaining("no function.yaml");
        assertThatThrownBy(() -> Arguments.of(List.of("--wat"))).hasMessageContaining("no option --wat");
        assertThatThrownBy(() -> Arguments.of(List.of("--event"))).hasMessageContaining("takes a value");
    }
}
