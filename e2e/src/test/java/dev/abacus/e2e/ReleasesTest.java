package dev.abacus.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.seed.story.Crew;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release over the suite's own shards, run by functions, by the commands of docs/sql-releases.md. */
class ReleasesTest {

    private static final Suite SUITE = Suite.get();

    private final String name =
            "e2e-" + Integer.toString(ThreadLocalRandom.current().nextInt(1 << 30), 36);

    @TempDir
    Path folder;

    private record Said(int status, String text) {}

    private Said sql(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(SUITE.stack().root().resolve("abacus").toString(), "sql", "--functions"));
        command.addAll(List.of(arguments));
        ProcessBuilder sql = new ProcessBuilder(command).redirectErrorStream(true);
        sql.environment().put("ABACUS_HOME", SUITE.stack().home().toString());
        sql.environment()
                .put("ABACUS_PORT_OFFSET", Integer.toString(SUITE.stack().portOffset()));
        try {
            Process process = sql.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It only reads: what other tests find in the shards is theirs. */
    @Test
    void an_operator_deploys_what_runs_releases_and_runs_one_and_no_company_gets_at_it() throws IOException {
        Files.writeString(
                folder.resolve("release.yaml"),
                "name: " + name
                        + "\nauthor: li\ntarget: shard\nscripts: [a.sql]\nwaves: [{name: canary, targets: [suite_0]}]\n");
        Files.writeString(folder.resolve("a.sql"), "SELECT COUNT(*) FROM trade_sales_order;\n");
        assertThat(sql("deploy").text()).contains("sql-release", "sql-driver", "sql-target");

        Said run = sql("run", folder.toString(), "--by", "wang");
        assertThat(run.text()).startsWith(name + ": DONE\n");
        assertThat(run.status()).isZero();
        assertThat(sql("history", name).text()).contains("wang", "run, ");

        Crew crew = SUITE.company("rights");
        Raw user = SUITE.raw().as(crew.administrator().bearer());
        String list = "{\"command\":\"list\"}";
        assertThat(user.post("/api/functions/sql-release/invocations", list).status())
                .isEqualTo(403);
        assertThat(user.post("/api/functions/sql-release/calls", list).status()).isEqualTo(404);
    }
}
