package dev.abacus.seed.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.abacus.seed.client.Gateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is told of invocations, of the answers that the dispatcher gives. */
class InvocationsTest {

    private static final String LETTER =
            """
            {"id":"71","function":"labels","state":"FAILED","attempt":3,"endedAt":"2026-05-01T08:00:07Z","deadLetter":true,
             "failure":{"kind":"FUNCTION","type":"java.io.IOException","message":"no paper"}}""";

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private HttpServer server;
    private FunctionsClient client;
    private Invocations invocations;

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var gateway =
                new Gateway(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        client = new FunctionsClient(gateway.bare());
        invocations = new Invocations(client, new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String what =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(what);
        Answer answer = answers.getOrDefault(what, new Answer(404, "{\"detail\":\"none\"}"));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    private static Arguments line(String... words) {
        return Arguments.of(List.of(words));
    }

    @Test
    void an_invocation_is_told_with_each_attempt_and_who_is_to_blame_for_it() {
        answers.put(
                "GET /api/functions/labels/invocations/71",
                new Answer(
                        200,
                        """
                {"id":"71","function":"labels","tenant":"42","lane":null,"state":"SUCCEEDED","attempt":2,"deadLetter":false,
                 "acceptedAt":"2026-05-01T08:00:00Z","dueAt":null,"endedAt":"2026-05-01T08:00:07Z","result":"{\\"n\\":1}",
                 "attempts":[
                  {"number":1,"counted":true,"version":1,"dispatcher":"one","startedAt":"2026-05-01T08:00:01Z",
                   "endedAt":"2026-05-01T08:00:01.250Z",
                   "failure":{"kind":"FUNCTION","type":"java.io.IOException","message":"no paper"}},
                  {"number":2,"counted":false,"version":1,"dispatcher":"one","startedAt":"2026-05-01T08:00:02Z",
                   "endedAt":"2026-05-01T08:00:03Z",
                   "failure":{"kind":"SYSTEM","type":"dispatcher-died","message":"gone"}},
                  {"number":2,"counted":true,"version":1,"dispatcher":"two","startedAt":"2026-05-01T08:00:06Z",
                   "endedAt":"2026-05-01T08:00:07Z","failure":null}],
                 "deliveries":[{"kind":"webhook","target":"https://partner","attempts":1,"deliveredAt":null,"failure":"503"}]}
                """));

        invocations.status(line("labels", "71"));

        assertThat(told())
                .contains("71 of labels is SUCCEEDED\n", "tenant        42", "result        {\"n\":1}")
                .contains("version 1, 250 ms on one: java.io.IOException: no paper\n")
                .contains("dispatcher-died: gone (not counted: the runtime's fault)")
                .contains("version 1, 1000 ms on two: succeeded\n")
                .contains("to webhook https://partner: 1 attempts, 503")
                .doesNotContain("lane", "due");
    }

    @Test
    void dead_letters_are_listed_and_all_of_them_begun_anew_but_one_that_somebody_else_took() {
        answers.put(
                "GET /api/functions/labels/dead-letters",
                new Answer(
                        200, "{\"items\":[" + LETTER + "," + LETTER.replace("\"71\"", "\"72\"") + "],\"next\":null}"));
        answers.put(
                "POST /api/functions/labels/dead-letters/71/redrive",
                new Answer(409, "{\"type\":\"https://abacus.dev/problems/no-dead-letter\"}"));
        answers.put(
                "POST /api/functions/labels/dead-letters/72/redrive",
                new Answer(202, "{\"id\":\"72\",\"state\":\"ENQUEUED\"}"));

        invocations.deadLetters(line("labels"));
        invocations.redrive(line("labels", "--all"));

        assertThat(told())
                .contains("FAILED after 3 attempts: java.io.IOException: no paper")
                .contains("71 is no dead letter any more.\n72 is ENQUEUED\n1 of 2 begun anew.\n");
    }

    @Test
    void deliveries_that_were_given_up_are_listed_and_begun_anew() {
        answers.put(
                "GET /api/functions/labels/deliveries",
                new Answer(
                        200,
                        """
                        {"items":[{"id":"81","invocation":"71","kind":"webhook","target":"https://partner","state":"DEAD",
                         "attempts":13,"createdAt":"2026-05-01T08:00:00Z","failure":"503"}],"next":null}"""));
        answers.put(
                "POST /api/functions/labels/deliveries/81/redrive",
                new Answer(202, "{\"id\":\"81\",\"state\":\"PENDING\"}"));

        var deliveries = new Deliveries(client, new PrintStream(told, true, StandardCharsets.UTF_8));
        deliveries.list(line("labels"));
        deliveries.redeliver(line("labels", "--all"));

        assertThat(told())
                .contains("of 71 to webhook https://partner: 13 attempts, 503\n")
                .contains("81 is PENDING\n1 of 1 begun anew.\n");
        assertThatThrownBy(() -> deliveries.redeliver(line("labels"))).hasMessageContaining("redeliver takes the ID");
    }

    @Test
    void cancelling_tells_what_it_is_in_now() {
        answers.put(
                "POST /api/functions/labels/invocations/71/cancel",
                new Answer(202, "{\"id\":\"71\",\"state\":\"STOPPING\"}"));

        invocations.cancel(line("labels", "71"));

        assertThat(told()).isEqualTo("71 is STOPPING\n");
    }

    @Test
    void a_form_that_says_too_little_or_too_much_asks_nobody() {
        assertThatThrownBy(() -> invocations.cancel(line("labels"))).hasMessageContaining("which invocation?");
        assertThatThrownBy(() -> invocations.status(line("labels", "last"))).hasMessageContaining("is a number");
        assertThatThrownBy(() -> invocations.redrive(line("labels"))).hasMessageContaining("--all");
        assertThatThrownBy(() -> invocations.redrive(line("labels", "71", "--all")))
                .hasMessageContaining("--all");
        assertThat(asked).isEmpty();
    }
}
