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

    @Test
    void taking_back_outlives_them_too_and_every_row_is_as_it_was() throws Exception {
        Runtime runtime = Runtime.shared();
        String rows = "SELECT COUNT(*), SUM(n), BIT_XOR(CRC32(CONCAT(id, ' ', n))) FROM given_back";
        for (int shard = 0; shard < Runtime.COUNT; shard++) {
            SHARDS.execute(
                    shard,
                    "CREATE TABLE given_back (id INT PRIMARY KEY, n INT NOT NULL)",
                    "INSERT INTO given_back SELECT seq, seq * 7 FROM seq_1_to_20000");
        }
        List<String> before = SHARDS.rows(0, rows);
        ReleaseFiles release = new ReleaseFiles(Map.of(
                "release.yaml",
                "name: given-back\nauthor: li\ntarget: shard\nparallel: 4\nscripts:\n"
                        + "- {file: a.sql, chunks: true, compensation: before-image}\n",
                "a.sql",
                "UPDATE given_back SET n = n + 1 WHERE id > 10;\nDELETE FROM given_back WHERE n > 70000;\n"));
        runtime.ask(request("approve", release, "by", "wang")).mustBe(200);
        runtime.ask(request("run", release, "by", "wang")).mustBe(200);
        runtime.await("given-back", "DONE");

        runtime.ask(request("take-back", "release", "given-back", "by", "wang")).mustBe(200);
        awaitTargets("given-back", "UNDONE", 1);
        runtime.workers().forEach(ProcessHandle::destroyForcibly);
        awaitTargets("given-back", "UNDONE", 5);
        assertThat(runtime.status("given-back").path("state").asText()).isEqualTo("TAKING_BACK");
        runtime.kill();
        runtime.start();

        JsonNode end = runtime.await("given-back", "TAKEN_BACK");
        assertThat(end.path("targets").path("UNDONE").asInt()).isEqualTo(Runtime.COUNT);
        IntStream.range(0, Runtime.COUNT).forEach(shard -> {
            assertThat(SHARDS.rows(shard, rows)).isEqualTo(before);
            assertThat(SHARDS.ledger(shard, "given-back")).hasSize(2).allMatch(line -> line.contains(" UNDONE "));
        });
    }

    private void awaitDone(int targets) {
        awaitTargets("killed", "DONE", targets);
    }

    private void awaitTargets(String release, String state, int targets) {
        Awaitility.await(targets + " targets of " + release + " are " + state)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Shards.rows(SHARDS.control(), "SHOW TABLES LIKE 'sql_release_target'")
                                .isEmpty()
                        && Integer.parseInt(Shards.rows(
                                                SHARDS.control(),
                                                "SELECT COUNT(*) FROM sql_release_target WHERE state = '" + state
                                                        + "' AND name = '" + release + "'")
                                        .getFirst())
                                >= targets);
    }
}
