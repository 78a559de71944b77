package dev.abacus.sql.functions;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static dev.abacus.sql.functions.Runtime.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.release.ReleaseFiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Everything that works on a release dies without a word, one after the other; it ends as if nothing had happened. */
@WithServers({MARIADB, REDIS})
class KilledOnTheWayTest {

    private static final Shards SHARDS = Runtime.SHARDS;

    /** Rows that would be there twice if anything ran twice. */
    private static final ReleaseFiles RELEASE = new ReleaseFiles(Map.of(
            "release.yaml",
            "name: killed\nauthor: li\ntarget: shard\nparallel: 6\nscripts: [a.sql]\n",
            "a.sql",
            "CREATE TABLE killed (id INT AUTO_INCREMENT PRIMARY KEY, n INT NOT NULL);\n"
                    + "INSERT INTO killed (n) VALUES (1);\nINSERT INTO killed (n) VALUES (2 + SLEEP(0.4));\n"
                    + "ALTER TABLE killed ADD COLUMN m INT NULL;\nINSERT INTO killed (n) VALUES (3 + SLEEP(0.4));\n"));

    @Test
    void a_release_outlives_its_workers_and_its_dispatcher_and_each_statement_has_run_once() throws Exception {
        Runtime runtime = Runtime.shared();
        runtime.ask(request("approve", RELEASE, "by", "wang")).mustBe(200);
        runtime.ask(request("run", RELEASE, "by", "wang")).mustBe(200);

        awaitDone(1);
        List<ProcessHandle> workers = runtime.workers();
        workers.forEach(ProcessHandle::destroyForcibly);
        assertThat(workers).hasSizeGreaterThanOrEqualTo(2);

        awaitDone(8);
        assertThat(runtime.status("killed").path("state").asText()).isEqualTo("RUNNING");
        runtime.kill();
        runtime.start();

        JsonNode end = runtime.await("killed", "DONE", "FAILED");
        assertThat(end.path("state").asText()).as(end.toString()).isEqualTo("DONE");
        IntStream.range(0, Runtime.COUNT).forEach(shard -> {
            assertThat(SHARDS.rows(shard, "SELECT n FROM killed ORDER BY id")).containsExactly("1", "2", "3");
            assertThat(SHARDS.ledger(shard, "killed")).hasSize(5).allMatch(line -> line.contains(" DONE "));
        });
        assertThat(Shards.rows(SHARDS.control(), "SELECT MAX(number) FROM sql_release_handout WHERE name = 'killed'"))
                .as("what died was gone on with by the runtime's next attempt, and not handed out anew")
                .containsExactly("1");
    }

    private void awaitDone(int targets) {
        Awaitility.await(targets + " targets are done")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !Shards.rows(SHARDS.control(), "SHOW TABLES LIKE 'sql_release_target'")
                                .isEmpty()
                        && Integer.parseInt(Shards.rows(
                                                SHARDS.control(),
                                                "SELECT COUNT(*) FROM sql_release_target WHERE state = 'DONE' AND name = 'killed'")
                                        .getFirst())
                                >= targets);
    }
}
