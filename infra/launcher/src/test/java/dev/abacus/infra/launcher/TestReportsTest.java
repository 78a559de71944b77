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

    @Test
    void what_failed_is_named_with_its_first_words_before_the_sum() throws IOException {
        Path file = root.resolve("target/surefire-reports/TEST-T.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite version="3.0.2" name="T" time="1.2" tests="3" errors="1" skipped="0" failures="1">
                  <properties><property name="a" value="b"/></properties>
                  <testcase name="is_well" classname="dev.T" time="0.1"/>
                  <testcase name="is_not" classname="dev.T" time="0.1">
                    <failure message="&#10;expected: 1&#10; but was: 2" type="E"><![CDATA[at]]></failure>
                    <system-out><![CDATA[<error message="no">]]></system-out>
                  </testcase>
                  <testcase name="breaks" classname="dev.T"><error type="java.io.IOException">at</error></testcase>
                </testsuite>
                """);
        Files.setLastModifiedTime(file, FileTime.from(BEGIN.plusSeconds(1)));

        assertThat(TestReports.since(BEGIN, root))
                .hasToString("FAILED dev.T.is_not: expected: 1 but was: 2\nFAILED dev.T.breaks: java.io.IOException\n"
                        + "1 passed, 2 failed, 0 skipped");
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
                <testsuite version="3.0.2" name="T" time="1.2" tests="%d" errors="%d" skipped="%d" failures="%d"></testsuite>
                """
                        .formatted(tests, errors, skipped, failures));
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
