package dev.abacus.seed.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an operator says at a terminal, what is asked at the door for it, and how the answers read. */
class ReleaseCommandTest {

    private static final String RUNNING =
            """
            {"release":"tax","state":"RUNNING","driven":true,"driver":"functions/7","message":"",
             "targets":{"WAITING":3,"DONE":1,"FAILED":0},"underWay":2,"failed":[]}""";
    private static final String FAILED =
            """
            {"release":"tax","state":"FAILED","driven":false,"driver":"functions/7","message":"wave rest: suite_1 failed",
             "targets":{"WAITING":0,"DONE":3,"FAILED":1},"underWay":0,
             "failed":[{"target":"suite_1","message":"a.sql:1: no such table"}]}""";

    @TempDir
    Path folder;

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<JsonNode> asked = new ArrayList<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private HttpServer server;
    private ReleaseCommand command;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/functions/sql-release/invocations", this::answer);
        server.start();
        var gateway =
                new Gateway(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        command = new ReleaseCommand(
                gateway.bare(), new Properties(), new PrintStream(told, true, StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("release.yaml"), "name: tax\nauthor: li\ntarget: shard\nscripts: [a.sql]\n");
        Files.writeString(folder.resolve("a.sql"), "CREATE TABLE a (id INT PRIMARY KEY);");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
        Answer answer = answers.remove();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void answered(String... bodies) {
        List.of(bodies).forEach(body -> answers.add(new Answer(200, body)));
    }

    private String says(int outcome, String... words) throws Exception {
        told.reset();
        assertThat(command.run(List.of(words))).isEqualTo(outcome);
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_folder_is_handed_in_and_looked_on_to_its_end() throws Exception {
        answered(RUNNING, RUNNING, FAILED);

        assertThat(says(1, "run", folder.toString(), "--by", "wang"))
                .isEqualTo(
                        """
                        tax: FAILED
                          targets: 3 done, 1 failed
                          wave rest: suite_1 failed
                          suite_1: a.sql:1: no such table
                        """);
        assertThat(asked).hasSize(3);
        JsonNode run = asked.getFirst();
        assertThat(run.path("command").asString()).isEqualTo("run");
        assertThat(run.path("by").asString()).isEqualTo("wang");
        assertThat(run.path("files").path("a.sql").asString()).startsWith("CREATE TABLE a");
        assertThat(asked.getLast().path("release").asString()).isEqualTo("tax");
    }

    @Test
    void taking_back_is_looked_on_until_nobody_is_at_it_any_more() throws Exception {
        String taking = RUNNING.replace("RUNNING", "TAKING_BACK");
        answered(taking, taking, taking.replace("\"driven\":true", "\"driven\":false"));
        assertThat(says(1, "take-back", "tax", "--by", "wang")).startsWith("tax: TAKING_BACK\n");
        assertThat(asked).hasSize(3);
        assertThat(asked.getFirst().path("command").asString()).isEqualTo("take-back");

        answered(RUNNING.replace("RUNNING", "TAKEN_BACK"));
        assertThat(says(0, "take-back", folder.toString())).startsWith("tax: TAKEN_BACK");
        assertThat(asked.getLast().path("files").has("a.sql")).isTrue();
    }

    @Test
    void what_was_handed_in_before_is_known_by_its_name() throws Exception {
        answered(RUNNING);

        assertThat(says(0, "pause", "tax"))
                .startsWith("tax: RUNNING, driven by functions/7\n")
                .contains("targets: 3 waiting, 1 done, 2 of them under way");
        assertThat(asked.getFirst().has("files")).isFalse();
        assertThat(asked.getFirst().path("by").asString()).isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void lists_are_read_page_by_page() throws Exception {
        answered(
                """
                {"items":[{"at":"2026-11-21T08:00:00.1Z","who":"wang","what":"run, 12ab"}],"next":"7"}""",
                """
                {"items":[{"at":"2026-11-21T08:00:09.1Z","who":"zhao","what":"pause"}],"next":null}""");

        assertThat(says(0, "history", "tax")).contains("wang         run, 12ab", "zhao         pause");
        assertThat(asked.getLast().path("after").asString()).isEqualTo("7");
    }

    @Test
    void a_refusal_is_told_in_its_own_words_and_one_who_has_not_deployed_is_told_to() throws Exception {
        answers.add(
                new Answer(
                        422,
                        "{\"type\":\"https://abacus.dev/problems/event-refused\",\"detail\":\"sql-release failed: There is no release tax.\"}"));
        answers.add(new Answer(404, "{\"type\":\"https://abacus.dev/problems/no-such-function\",\"detail\":\"none\"}"));

        assertThat(says(1, "status", "tax")).isEqualTo("sql: sql-release failed: There is no release tax.\n");
        assertThat(says(1, "status", "tax")).contains("./abacus sql --functions deploy");
    }

    @Test
    void what_is_wrong_with_the_folder_is_found_before_anybody_is_asked() throws Exception {
        Files.writeString(folder.resolve("a.sql"), "SELECT 'x");

        assertThat(says(1, "run", folder.toString())).contains("a.sql:1:8: a ' that does not end");
        assertThat(says(1, "approve", "tax")).contains("approve takes --by NAME");
        assertThat(says(2)).contains("./abacus sql --functions plan DIR");
        assertThat(asked).isEmpty();
    }
}
