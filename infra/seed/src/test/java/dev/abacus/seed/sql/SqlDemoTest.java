package dev.abacus.seed.sql;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.test.servers.TestRun;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.seed.story.Journal;
import dev.abacus.seed.story.Surprise;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithServers(MARIADB)
class SqlDemoTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private DemoShards shards;

    @BeforeEach
    void schemasOfItsOwn() {
        shards = new DemoShards(
                System.getProperty("abacus.db.host") + ":" + System.getProperty("abacus.db.port"),
                System.getProperty("abacus.db.user"),
                System.getProperty("abacus.db.password"),
                "test_" + TestRun.NAME + "_demo");
    }

    @AfterEach
    void nothingIsLeft() {
        shards.close();
    }

    @Test
    void it_tells_of_a_failure_a_resume_and_a_compensation_without_a_surprise() {
        demo().tell();

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains(
                        "030-unique.sql",
                        "2026-12-vat-numbers: FAILED; targets: 1 waiting, 2 done, 1 failed",
                        "2026-12-vat-numbers: DONE; targets: 4 done",
                        "key trade_party.by_hand should not be there",
                        "2026-12-credit-limits: DONE; targets: 8 done",
                        "2026-12-credit-limits: TAKEN_BACK; targets: 8 undone",
                        "2026-12-vat-numbers: TAKEN_BACK; targets: 4 undone")
                .doesNotContain("✗");
    }

    @Test
    void what_is_not_as_it_should_be_ends_it() {
        shards.create();

        assertThatThrownBy(() -> demo().tell()).isInstanceOf(Surprise.class).hasMessageContaining("database exists");
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("✗");
    }

    private SqlDemo demo() {
        return new SqlDemo(
                shards, new Journal(new PrintStream(screen, true, StandardCharsets.UTF_8)), directory.resolve("demo"));
    }
}
