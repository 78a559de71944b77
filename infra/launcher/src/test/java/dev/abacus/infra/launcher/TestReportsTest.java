package dev.abacus.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path root;

    @Test
    void the_reports_of_all_modules_are_summed() throws IOException {
        report("stock/TEST-StockTest.xml", 5, 1, 1, 0, BEGIN.plusSeconds(1));
        report("trade/TEST-OrderTest.xml", 10, 0, 0, 2, BEGIN.plusSeconds(2));

        assertThat(TestReports.since(BEGIN, root)).hasToString("11 passed, 3 failed, 1 skipped");
    }

    @Test
    void reports_of_an_earlier_run_do_not_count() throws IOException {
        report("stock/TEST-StockTest.xml", 5, 0, 0, 0, BEGIN.minusSeconds(1));

        assertThat(TestReports.since(BEGIN, root)).hasToString("0 passed, 0 failed, 0 skipped");
    }

    private void report(String name, int tests, int errors, int skipped, int failures, Instant time)
            throws IOException {
        Path file = root.resolve(name);
        file = file.resolveSibling("target/surefire-reports").resolve(file.getFileName());
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite version="3.0.2" name="T" time="1.2" tests="%d" errors="%d" skipped="%d" failures="%d">
                """
                        .formatted(tests, errors, skipped, failures));
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
