package dev.abacus.sql.functions;

import static dev.abacus.kernel.test.servers.Server.MARIADB;
import static dev.abacus.kernel.test.servers.Server.REDIS;
import static dev.abacus.sql.functions.Runtime.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.abacus.kernel.test.servers.WithServers;
import dev.abacus.sql.drive.Control;
import dev.abacus.sql.drive.ReleaseRun;
import dev.abacus.sql.release.ReleaseFiles;
import dev.abacus.sql.run.Progress;
import dev.abacus.sql.run.RunSettings;
import dev.abacus.sql.run.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Releases as operators run them by HTTP, on a real dispatcher with real workers, over twenty schemas. */
@WithServers({MARIADB, REDIS})
class ReleasesByFunctionsTest {

    private static final int SHARDS = Runtime.COUNT;
    private static final Shards ALL = Runtime.SHARDS;

    private static Runtime runtime;
    private static Path told;

    @BeforeAll
    static void start() throws IOException {
        runtime = Runtime.shared();
        told = Files.createTempDirectory("told");
        runtime.script(
                "told",
                "Told",
                """
                import dev.abacus.function.*;
                import io.cloudevents.CloudEvent;
                import java.nio.file.*;
                public class Told implements CloudFunction {
                    public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                        Path file = Path.of("%s", event.getId().replace("/", "_"));
                        Files.write(file.resolveSibling(file.getFileName() + ".new"), event.getData().toBytes());
                        Files.move(file.resolveSibling(file.getFileName() + ".new"), file);
                        return null;
                    }
                }
                """
                        .formatted(told));
    }

    private static ReleaseFiles release(String name, String more, String sql) {
        return new ReleaseFiles(Map.of(
                "release.yaml",
                "name: " + name + "\nauthor: li\ntarget: shard\nscripts: [a.sql]\n" + more,
                "a.sql",
                sql));
    }

    private static void approve(ReleaseFiles files) {
        runtime.ask(request("approve", files, "by", "wang")).mustBe(200);
    }

    private static JsonNode run(ReleaseFiles files) {
        return runtime.ask(request("run", files, "by", "wang")).mustBe(200).json();
    }

    /** What the destination was told of the end of that release. */
    private static JsonNode told(String release) {
        return Awaitility.await()
                .until(
                        () -> {
                            try (var files = Files.list(told)) {
                                return files.filter(file ->
                                                file.getFileName().toString().matches(release + "_[0-9]+"))
                                        .map(ReleasesByFunctionsTest::read)
                                        .toList();
                            }
                        },
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static JsonNode read(Path file) {
        try {
            return Events.object(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_release_ends_as_it_does_in_one_process_and_no_server_has_more_than_it_takes() throws Exception {
        ReleaseFiles files = release(
                "everywhere",
                "waves: [{name: canary, targets: [" + ALL.name(0)
                        + "]}]\nparallel: 3\nchecks: [{name: filled, query: SELECT COUNT(*) FROM everywhere, expect: 2}]\n"
                        + "onSuccess: {function: told}\n",
                "CREATE TABLE everywhere (id INT PRIMARY KEY);\nDO SLEEP(0.3);\nINSERT INTO everywhere VALUES (1), (2);\n");
        approve(files);
        assertThat(run(files).path("state").asText()).isEqualTo("RUNNING");

        int most = 0;
        while (!runtime.status("everywhere").path("state").asText().equals("DONE")) {
            most = Math.max(most, Shards.running("DO SLEEP(0.3)"));
        }

        assertThat(most).isBetween(2, 3);
        Shards two = Shards.fresh(2);
        inOneProcess(
                two,
                new ReleaseFiles(Map.of(
                        "release.yaml", files.texts().get("release.yaml").replace(ALL.name(0), two.name(0)),
                        "a.sql", files.texts().get("a.sql"))));
        IntStream.range(0, SHARDS).forEach(shard -> assertThat(ALL.ledger(shard, "everywhere"))
                .isEqualTo(two.ledger(1, "everywhere"))
                .hasSize(3));
        JsonNode end = told("everywhere");
        assertThat(end.path("state").asText()).isEqualTo("DONE");
        assertThat(end.path("targets").path("DONE").asInt()).isEqualTo(SHARDS);
    }

    private static void inOneProcess(Shards shards, ReleaseFiles files) throws Exception {
        String server = System.getProperty("abacus.db.host") + ":" + System.getProperty("abacus.db.port");
        try (Control control = Control.open(Target.shard(server, shards.control(), "test", "test"))) {
            List<Target> targets = shards.names().stream()
                    .map(name -> Target.shard(server, name, "test", "test"))
                    .toList();
            new ReleaseRun(files.release(), targets, control, RunSettings.standard("one"), Progress.silent())
                    .run(List.of());
        }
    }

    @Test
    void a_canary_whose_check_fails_keeps_every_other_target_untouched_and_somebody_is_told() {
        run(release(
                "canary",
                "waves: [{name: canary, targets: [" + ALL.name(0)
                        + "]}]\nretry: 1\nchecks: [{name: filled, query: SELECT COUNT(*) FROM canary, expect: 2}]\n"
                        + "onFailure: {function: told}\n",
                "CREATE TABLE canary (id INT PRIMARY KEY);\n"));

        JsonNode failed = runtime.await("canary", "FAILED");

        assertThat(failed.path("targets").path("FAILED").asInt()).isEqualTo(1);
        assertThat(failed.path("targets").path("WAITING").asInt()).isEqualTo(SHARDS - 1);
        assertThat(failed.path("failed").path(0).path("message").asText()).contains("filled", "expects 2 and finds 0");
        assertThat(IntStream.range(0, SHARDS).filter(shard -> ALL.has(shard, "canary")))
                .containsExactly(0);
        assertThat(told("canary").path("failed").path(0).path("target").asText())
                .isEqualTo(ALL.name(0));

        ALL.execute(0, "INSERT INTO canary VALUES (1), (2)");
        assertThat(runtime.ask(request("resume", "release", "canary", "by", "wang"))
                        .mustBe(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("RUNNING");
        JsonNode again = runtime.await("canary", "FAILED");
        assertThat(again.path("targets").path("DONE").asInt()).isEqualTo(1);
        assertThat(again.path("message").asText()).startsWith("wave rest: ");
        assertThat(runtime.ask(request("report", "release", "canary", "limit", "x"))
                        .mustBe(422)
                        .thrown())
                .isEqualTo("BadRequest");
    }

    @Test
    void a_release_says_itself_which_webhook_is_told_of_its_end_and_signs_what_it_says() throws Exception {
        BlockingQueue<HttpExchange> calls = new LinkedBlockingQueue<>();
        BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        var ops = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ops.createContext("/", call -> {
            bodies.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
            calls.add(call);
            call.sendResponseHeaders(bodies.size() == 1 ? 503 : 204, -1);
            call.close();
        });
        ops.start();
        try {
            run(release(
                    "hooked",
                    "onSuccess: {webhook: {url: \"http://127.0.0.1:"
                            + ops.getAddress().getPort() + "/releases?of=us\", secret: ops}}\n",
                    "CREATE TABLE hooked (id INT PRIMARY KEY);"));

            HttpExchange refused = calls.poll(1, TimeUnit.MINUTES);
            HttpExchange call = calls.poll(1, TimeUnit.MINUTES);
            assertThat(call.getRequestURI()).hasToString("/releases?of=us");
            String id = call.getRequestHeaders().getFirst("webhook-id");
            assertThat(refused.getRequestHeaders().getFirst("webhook-id")).isEqualTo(id);
            bodies.remove();
            String body = bodies.remove();
            JsonNode event = Events.object(body.getBytes(UTF_8));
            assertThat(event.path("type").asText()).isEqualTo(Events.ENDED);
            assertThat(event.toString()).doesNotContain("whsec_", "webhook:");
            JsonNode end = event.path("data");
            assertThat(end.path("release").asText() + " " + end.path("state").asText())
                    .isEqualTo("hooked DONE");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    Base64.getDecoder().decode(Runtime.WEBHOOK_SECRET.substring("whsec_".length())), "HmacSHA256"));
            String signed = id + "." + call.getRequestHeaders().getFirst("webhook-timestamp") + "." + body;
            assertThat(call.getRequestHeaders().getFirst("webhook-signature"))
                    .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
        } finally {
            ops.stop(0);
        }
    }

    @Test
    void a_pause_stops_between_statements_and_a_resume_repeats_nothing() {
        ReleaseFiles files = release(
                "paused",
                "",
                "CREATE TABLE paused (id INT PRIMARY KEY);\nINSERT INTO paused VALUES (1);\nDO SLEEP(0.4);\n"
                        + "INSERT INTO paused VALUES (2);\nDO SLEEP(0.4);\nINSERT INTO paused VALUES (3);\n");
        approve(files);
        run(files);
        Awaitility.await().until(() -> ALL.has(3, "paused"));

        runtime.ask(request("pause", "release", "paused", "by", "zhao")).mustBe(200);
        runtime.ask(request("pause", "release", "paused", "by", "zhao")).mustBe(200);
        JsonNode paused = Awaitility.await().until(() -> runtime.status("paused"), seen -> !seen.path("driven")
                .asBoolean());
        assertThat(paused.path("state").asText()).isEqualTo("PAUSED");
        assertThat(paused.path("underWay").asInt()).isZero();
        assertThat(paused.path("targets").path("DONE").asInt()).isLessThan(SHARDS);

        runtime.ask(request("resume", "release", "paused", "by", "wang")).mustBe(200);
        assertThat(runtime.await("paused", "DONE", "FAILED").path("state").asText())
                .isEqualTo("DONE");
        IntStream.range(0, SHARDS).forEach(shard -> assertThat(ALL.rows(shard, "SELECT id FROM paused"))
                .containsExactly("1", "2", "3"));
        JsonNode acts = runtime.ask(request("history", "release", "paused"))
                .mustBe(200)
                .json()
                .path("items");
        assertThat(acts.valueStream()
                        .map(act -> act.path("who").asText() + " "
                                + act.path("what").asText().replaceFirst("(,| [0-9a-f]{64}).*", "")))
                .containsExactly("wang approved of", "wang run", "zhao pause", "wang resume");
    }

    @Test
    void a_release_is_taken_back_everywhere_and_goes_on_where_that_was_not_possible() {
        ReleaseFiles files = new ReleaseFiles(Map.of(
                "release.yaml",
                "name: taken\nauthor: li\ntarget: shard\nparallel: 3\nscripts:\n"
                        + "- {file: a.sql, compensation: undo.sql}\n- {file: b.sql, compensation: before-image}\n",
                "a.sql",
                "CREATE TABLE taken (id INT PRIMARY KEY, n INT NOT NULL);\n"
                        + "INSERT INTO taken SELECT seq, seq FROM seq_1_to_50;\n",
                "undo.sql",
                "RENAME TABLE taken TO taken_away;",
                "b.sql",
                "UPDATE taken SET n = n + 100 WHERE id > 25;\n"));
        approve(files);
        run(files);
        runtime.await("taken", "DONE");
        assertThat(ALL.rows(7, "SELECT SUM(n) FROM taken")).containsExactly("3775");
        ALL.execute(7, "CREATE TABLE taken_away (id INT PRIMARY KEY)");

        assertThat(runtime.ask(request("take-back", "release", "taken"))
                        .mustBe(422)
                        .detail())
                .contains("takes \"by\"");
        JsonNode begun = runtime.ask(request("take-back", files, "by", "zhao"))
                .mustBe(200)
                .json();
        assertThat(begun.path("state").asText()).isEqualTo("TAKING_BACK");
        JsonNode left = Awaitility.await().until(() -> runtime.status("taken"), seen -> !seen.path("driven")
                .asBoolean());
        assertThat(left.path("message").asText()).isEqualTo("1 targets are left");
        assertThat(left.path("failed").path(0).path("message").asText()).contains("taken_away");

        ALL.execute(7, "DROP TABLE taken_away");
        runtime.ask(request("take-back", "release", "taken", "by", "zhao")).mustBe(200);
        JsonNode end = runtime.await("taken", "TAKEN_BACK");
        assertThat(end.path("targets").path("UNDONE").asInt()).isEqualTo(SHARDS);
        assertThat(runtime.ask(request("take-back", "release", "taken", "by", "wang"))
                        .mustBe(200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("TAKEN_BACK");

        IntStream.range(0, SHARDS).forEach(shard -> {
            assertThat(ALL.has(shard, "taken")).isFalse();
            assertThat(ALL.rows(shard, "SELECT COUNT(*), SUM(n) FROM taken_away"))
                    .as("what the images had was put back first")
                    .containsExactly("50 1275");
        });
        assertThat(runtime.ask(request("history", "release", "taken"))
                        .mustBe(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(act -> act.path("who").asText() + " "
                                + act.path("what").asText().replaceFirst("(,| [0-9a-f]{64}).*", "")))
                .containsExactly("wang approved of", "wang run", "zhao take-back", "zhao take-back");
    }

    @Test
    void what_runs_or_never_ran_or_is_another_text_is_not_taken_back() {
        ReleaseFiles files = release("kept", "", "DO SLEEP(0.5);\nCREATE TABLE kept (id INT PRIMARY KEY);");
        assertThat(runtime.ask(request("take-back", files, "by", "wang"))
                        .mustBe(422)
                        .detail())
                .contains("kept has never been run");
        approve(files);
        run(files);
        assertThat(runtime.ask(request("take-back", "release", "kept", "by", "wang"))
                        .mustBe(422)
                        .detail())
                .contains("kept is RUNNING, not to be taken back until it is paused or aborted");
        runtime.await("kept", "DONE");
        assertThat(runtime.ask(request("take-back", release("kept", "", "DO SLEEP(0);"), "by", "wang"))
                        .mustBe(422)
                        .detail())
                .contains("kept was edited after it was run");
    }

    @Test
    void what_is_submitted_by_several_at_once_runs_once() throws Exception {
        ReleaseFiles files = release(
                "twice",
                "",
                "CREATE TABLE twice (id INT AUTO_INCREMENT PRIMARY KEY);\n" + "INSERT INTO twice VALUES (NULL);\n");
        approve(files);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> run(files));
            }
        }
        runtime.await("twice", "DONE");
        assertThat(run(files).path("state").asText()).isEqualTo("DONE");

        IntStream.range(0, SHARDS).forEach(shard -> assertThat(ALL.rows(shard, "SELECT id FROM twice"))
                .containsExactly("1"));
        assertThat(Shards.rows(
                        ALL.control(), "SELECT MAX(number), MAX(open) FROM sql_release_handout WHERE name = 'twice'"))
                .containsExactly("1 0");
        JsonNode first =
                runtime.ask(request("report", "release", "twice")).mustBe(200).json();
        assertThat(first.path("items")).hasSize(SHARDS);
        assertThat(first.path("items").valueStream().map(target -> target.path("attempts")
                        .asInt()))
                .containsOnly(1);
    }

    @Test
    void a_tenants_release_runs_for_each_tenant_where_it_lives() {
        for (int shard : List.of(4, 5)) {
            ALL.execute(
                    shard,
                    "CREATE TABLE limits (tenant_id BIGINT, id BIGINT, n INT, PRIMARY KEY (tenant_id, id))",
                    "INSERT INTO limits VALUES (7, 1, 0), (8, 1, 0), (9, 1, 0)");
        }
        ALL.execute(
                0,
                "CREATE TABLE trade_tenant_placement (tenant_id BIGINT PRIMARY KEY, shard VARCHAR(64))",
                "INSERT INTO trade_tenant_placement VALUES (7, '" + ALL.name(4) + "'), (8, '" + ALL.name(5) + "')");
        ReleaseFiles files = new ReleaseFiles(Map.of(
                "release.yaml",
                "name: limits\nauthor: li\ntarget: tenant\nscripts: [a.sql]\n",
                "a.sql",
                "UPDATE limits SET n = n + 1 WHERE tenant_id = ${tenant};"));

        run(files);

        assertThat(runtime.await("limits", "DONE", "FAILED").path("state").asText())
                .isEqualTo("DONE");
        assertThat(ALL.rows(4, "SELECT tenant_id, n FROM limits ORDER BY 1")).containsExactly("7 1", "8 0", "9 0");
        assertThat(ALL.rows(5, "SELECT tenant_id, n FROM limits ORDER BY 1")).containsExactly("7 0", "8 1", "9 0");
    }

    @Test
    void lists_come_in_pages() {
        run(release("pages", "", "CREATE TABLE pages (id INT PRIMARY KEY);"));
        runtime.await("pages", "DONE");
        var request = request("report", "release", "pages").put("limit", 15);

        JsonNode first = runtime.ask(request).mustBe(200).json();
        assertThat(first.path("items")).hasSize(15);
        JsonNode second = runtime.ask(request.put("after", first.path("next").asText()))
                .mustBe(200)
                .json();
        assertThat(second.path("items")).hasSize(SHARDS - 15);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(runtime.ask(request("list").put("limit", 1))
                        .mustBe(200)
                        .json()
                        .path("next")
                        .isTextual())
                .isTrue();
    }

    @Test
    void what_is_refused_is_told_why() {
        ReleaseFiles drop = release("drop", "", "DROP TABLE IF EXISTS everywhere_else;");
        Runtime.Answer refused = runtime.ask(request("run", drop, "by", "wang")).mustBe(422);
        assertThat(refused.json().path("type").asText()).endsWith("/event-refused");
        assertThat(refused.thrown()).isEqualTo("Refused");
        assertThat(refused.detail()).contains("somebody other than li has to approve of", "drops");
        assertThat(runtime.ask(request("approve", drop, "by", "Li")).mustBe(422).detail())
                .contains("somebody else approves");
        runtime.ask(request("approve", drop, "by", "wang")).mustBe(200);
        run(drop);
        runtime.await("drop", "DONE");

        assertThat(runtime.ask(request("run", release("bad", "colour: red\n", "SELECT 'x"), "by", "wang"))
                        .mustBe(422)
                        .detail())
                .contains("nobody knows \"colour\" here", "a.sql:1:8: a ' that does not end");
        assertThat(runtime.ask(request("status", "release", "nowhere"))
                        .mustBe(422)
                        .thrown())
                .isEqualTo("NoSuchRelease");
        assertThat(runtime.ask(request("pause", "release", "drop", "by", "wang"))
                        .mustBe(422)
                        .detail())
                .contains("drop is DONE, not to be PAUSED");
        assertThat(runtime.ask(request("run", "release", "drop")).mustBe(422).detail())
                .contains("takes \"by\"");
        assertThat(runtime.ask(request("status", "release", "drop", "force", "yes"))
                        .mustBe(422)
                        .detail())
                .contains("does not take force");
        assertThat(runtime.ask(request("plan", drop))
                        .mustBe(200)
                        .json()
                        .path("approvals")
                        .asInt())
                .isEqualTo(1);
    }

    /** A function hands work on in the name of whom it is called for, or of the platform. */
    @Test
    void neither_a_tenants_call_nor_another_function_gets_at_releases() {
        String run = request("list").toString();
        assertThat(runtime.post("/functions/sql-release/invocations?tenant=42", run)
                        .mustBe(422)
                        .detail())
                .contains("this call is a tenant's");
        for (String internal : List.of("sql-driver", "sql-target")) {
            assertThat(runtime.post("/functions/" + internal + "/invocations?tenant=42", run)
                            .mustBe(422)
                            .detail())
                    .contains("this call is a tenant's");
        }
        runtime.script(
                "burglar",
                "Burglar",
                """
                import dev.abacus.function.*;
                import io.cloudevents.CloudEvent;
                import io.cloudevents.core.builder.CloudEventBuilder;
                public class Burglar implements CloudFunction {
                    public CloudEvent handle(CloudEvent event, FunctionContext it) throws Exception {
                        String id = it.platform().invocations().submit("sql-release", event);
                        return CloudEventBuilder.from(event).withData("text/plain", id.getBytes()).build();
                    }
                }
                """);
        String id =
                runtime.post("/functions/burglar/invocations", run).mustBe(200).text();
        JsonNode forged = Awaitility.await()
                .until(
                        () -> runtime.get("/functions/sql-release/invocations/" + id)
                                .json(),
                        seen -> seen.path("state").asText().equals("FAILED"));
        assertThat(forged.path("failure").path("message").asText()).contains("by operators, not by functions");
    }
}
