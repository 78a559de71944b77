package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With commands on the path that only write down how they were called. */
class PrerequisitesTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @TempDir
    private Path machine;

    private Path bin;
    private Path libraries;
    private Path calls;

    @BeforeEach
    void a_machine_that_lacks_one_library() throws IOException {
        bin = Files.createDirectories(machine.resolve("bin"));
        libraries = Files.createDirectories(machine.resolve("lib"));
        calls = machine.resolve("calls");
        command("mvn", "");
        for (String library : List.of("libstdc++.so.6", "libcrypt.so.1", "libsystemd.so.0")) {
            Files.createFile(libraries.resolve(library));
        }
    }

    @Test
    void what_is_missing_is_installed_and_nothing_else() throws Exception {
        command("apt-get", "case \"$*\" in *install*) touch " + libraries + "/libssl.so.3 ;; esac");

        prerequisites("root").ensure();

        assertThat(calls)
                .hasContent(
                        """
                        noninteractive apt-get update -qq
                        noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 libssl3
                        """);
        assertThat(screen.toString()).contains("Installing libssl3");
    }

    @Test
    void maven_is_a_package_too() throws Exception {
        Files.delete(bin.resolve("mvn"));
        command(
                "apt-get",
                "case \"$*\" in *install*) touch %1$s/libssl.so.3 %2$s/mvn; chmod +x %2$s/mvn ;; esac"
                        .formatted(libraries, bin));

        prerequisites("root").ensure();

        assertThat(Files.readAllLines(calls).getLast()).endsWith(" maven libssl3");
    }

    @Test
    void a_machine_that_has_everything_is_left_alone() throws Exception {
        command("apt-get", "");
        Files.createFile(libraries.resolve("libssl.so.3"));

        prerequisites("root").ensure();

        assertThat(calls).doesNotExist();
        assertThat(screen.toString()).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_renewed_is_no_reason_not_to_install() throws Exception {
        command("apt-get", "case \"$*\" in *update*) exit 100 ;; esac; touch " + libraries + "/libssl.so.3");

        prerequisites("root").ensure();

        assertThat(screen.toString()).contains("apt-get update failed");
    }

    @Test
    void a_failed_installation_is_told_with_its_command() throws Exception {
        command("apt-get", "case \"$*\" in *install*) exit 100 ;; esac");

        assertThatThrownBy(() -> prerequisites("root").ensure())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("install -y")
                .hasMessageContaining("libssl3");
    }

    @Test
    void a_package_that_does_not_bring_what_it_should_is_told() throws Exception {
        command("apt-get", "");

        assertThatThrownBy(() -> prerequisites("root").ensure())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("libssl3 is still neither on the PATH nor in [" + libraries + "]");
    }

    @Test
    void somebody_who_may_not_install_is_told_what_to_install() throws Exception {
        command("apt-get", "");

        assertThatThrownBy(() -> prerequisites("wu").ensure())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("missing: libssl3")
                .hasMessageContaining("sudo apt-get install libssl3");
        assertThat(calls).doesNotExist();
    }

    @Test
    void so_is_somebody_whose_system_has_no_apt() {
        assertThatThrownBy(() -> prerequisites("root").ensure())
                .isInstanceOf(Problem.class)
                .hasMessageContaining("missing: libssl3");
    }

    private Prerequisites prerequisites(String user) {
        return new Prerequisites(
                new Console(new PrintStream(screen, true)), user, "/nowhere:" + bin, List.of(libraries));
    }

    private void command(String name, String script) throws IOException {
        Path file = Files.writeString(
                bin.resolve(name),
                """
                #!/bin/sh
                echo "$DEBIAN_FRONTEND %s $*" >> %s
                %s
                """
                        .formatted(name, calls, script));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
