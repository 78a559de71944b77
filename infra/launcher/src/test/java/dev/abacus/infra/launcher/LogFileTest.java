package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final int LONG = 17 << 20;

    @TempDir
    private Path directory;

    @Test
    void only_the_last_few_runs_are_kept() throws IOException {
        Path log = directory.resolve("shop.log");
        for (int run = 1; run <= 6; run++) {
            LogFile.turnOver(log);
            Files.writeString(log, "run " + run);
        }

        assertThat(log).hasContent("run 6");
        assertThat(directory.resolve("shop.log.1")).hasContent("run 5");
        assertThat(directory.resolve("shop.log.3")).hasContent("run 3");
        assertThat(directory.resolve("shop.log.4")).doesNotExist();
    }

    @Test
    void a_long_log_is_emptied_while_its_program_goes_on_writing() throws IOException {
        Path log = directory.resolve("shop.log");
        Files.write(log, new byte[LONG]);
        try (var program = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
            LogFile.shorten(log);
            program.write("afterwards".getBytes());
        }

        assertThat(log).hasContent("afterwards");
        assertThat(directory.resolve("shop.log.1")).hasSize(LONG);
    }

    @Test
    void a_short_log_is_left_alone() throws IOException {
        Path log = Files.writeString(directory.resolve("shop.log"), "little");

        LogFile.shorten(log);

        assertThat(log).hasContent("little");
    }

    @Test
    void the_tail_is_the_last_lines_each_cut_to_a_readable_width() throws IOException {
        Path log = Files.writeString(directory.resolve("shop.log"), "one\ntwo\n" + "x".repeat(1_000) + "\n");

        assertThat(LogFile.tail(log, 2).lines())
                .satisfiesExactly(line -> assertThat(line).isEqualTo("    two"), line -> assertThat(line)
                        .hasSizeLessThan(310));
    }

    @Test
    void a_missing_log_has_an_empty_tail() throws IOException {
        assertThat(LogFile.tail(directory.resolve("none.log"), 5)).isEmpty();
    }
}
