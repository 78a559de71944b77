package dev.abacus.sql.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.sql.release.ReleaseFiles;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A dispatcher with the three functions of releases deployed, used as operators use it. */
final class Runtime {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static final int COUNT = 20;

    /** Of releases' webhooks, by the name of ops; nobody's but the tests'. */
    static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What releases run on in all tests: each has tables and a name of its own. */
    static final Shards SHARDS = Shards.fresh(COUNT);

    private static Runtime shared;

    private final String schema;
    private final Path directory;
    private final String name;
    private Process process;
    private String address;

    private Runtime(String schema, String name) {
        this.schema = schema;
        this.name = name;
        // One for all tests: the workers' class cache is made once.
        this.directory = Path.of("target", "functions").toAbsolutePath();
    }

    /** One for all test classes, until this process ends: it takes longer to start than most tests do. */
    static synchronized Runtime shared() throws IOException {
        if (shared == null) {
            shared = new Runtime(TestSchemas.createOne("fn"), "releases");
            java.lang.Runtime.getRuntime().addShutdownHook(new Thread(() -> shared.process.destroyForcibly()));
            shared.start();
            shared.deployAll(SHARDS.settings());
        }
        return shared;
    }

    void start() {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1"));
            System.getProperties().stringPropertyNames().stream()
                    .filter(key -> key.startsWith("spring.") || key.startsWith("abacus."))
                    .forEach(key -> command.add("-D" + key + "=" + System.getProperty(key)));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), DispatcherUnderTest.class.getName()));
            command.addAll(List.of(
                    "--server.port=0",
                    "--abacus.functions.schema=" + schema,
                    "--abacus.functions.directory=" + directory,
                    "--abacus.functions.dispatcher=" + name,
                    "--abacus.functions.pool.reserve=2",
                    "--abacus.functions.pool.grace=300ms",
                    // A busy machine is not what these tests are about.
                    "--abacus.functions.queue.lease=4s",
                    "--abacus.functions.webhook.loopback=true",
                    "--abacus.functions.webhook.secrets.ops=" + WEBHOOK_SECRET,
                    "--abacus.auth.client-secret=unused",
                    "--abacus.lane.enabled=false",
                    "--spring.cloud.nacos.discovery.enabled=false",
                    "--abacus.shutdown.announce=0s",
                    "--management.tracing.export.enabled=false",
                    "--spring.main.banner-mode=off"));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            address = "http://127.0.0.1:" + port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int port() throws IOException {
        Path log = Files.createDirectories(Path.of("target")).resolve("dispatcher-" + name + ".log");
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var written = Files.newBufferedWriter(log);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            written.write(line);
            written.newLine();
            if (line.startsWith(DispatcherUnderTest.READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(more -> {
                    try {
                        written.write(more);
                        written.newLine();
                        written.flush();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return Integer.parseInt(line.substring(DispatcherUnderTest.READY.length()));
            }
        }
        written.flush();
        throw new IllegalStateException("the dispatcher ended before it was ready; see " + log);
    }

    /** {@code kill -9}; its workers end with it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The processes that run functions, or wait for one. */
    List<ProcessHandle> workers() {
        return process.descendants().toList();
    }

    /** What came back. */
    record Answer(int status, String text) {

        JsonNode json() {
            return Events.object(text.getBytes(StandardCharsets.UTF_8));
        }

        Answer mustBe(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", was " + status + ": " + text);
            }
            return this;
        }

        /** The class of what refused it, without its package. */
        String thrown() {
            String type = json().path("thrown").asText();
            return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        }

        String detail() {
            return json().path("detail").asText();
        }
    }

    Answer post(String path, String body) {
        return send("POST", path, "application/json", HttpRequest.BodyPublishers.ofString(body));
    }

    Answer get(String path) {
        return send("GET", path, "application/json", HttpRequest.BodyPublishers.noBody());
    }

    private Answer send(String method, String path, String type, HttpRequest.BodyPublisher body) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Authorization", "Bearer operator~platform.admin")
                            .header("Content-Type", type)
                            .method(method, body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The very jar and definitions that {@code ./abacus sql deploy} brings. */
    void deployAll(Map<String, String> settings) throws IOException {
        StringBuilder block = new StringBuilder("settings:\n");
        settings.forEach((key, value) ->
                block.append("  ").append(key).append(": \"").append(value).append("\"\n"));
        byte[] jar = FunctionJar.bytes();
        for (String function : FunctionJar.FUNCTIONS) {
            deploy(FunctionJar.definition(function) + block, jar);
        }
    }

    private void deploy(String definition, byte[] jar) throws IOException {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"definition\"; filename=\"function.yaml\"", definition.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"artifact\"; filename=\"function.jar\"", jar);
        part(body, "name=\"reason\"", "a test".getBytes(StandardCharsets.UTF_8));
        body.write("--seam--\r\n".getBytes(StandardCharsets.UTF_8));
        send(
                        "POST",
                        "/functions",
                        "multipart/form-data; boundary=seam",
                        HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .mustBe(201);
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] bytes) throws IOException {
        body.write(("--seam\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(bytes);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Deploys a source. */
    void script(String function, String handler, String source) {
        ObjectNode body = Events.JSON
                .createObjectNode()
                .put("definition", "name: " + function + "\nhandler: " + handler + "\n")
                .put("source", source)
                .put("reason", "a test");
        post("/functions/" + function + "/versions", body.toString()).mustBe(201);
    }

    Answer ask(ObjectNode request) {
        return ask(request, "");
    }

    Answer ask(ObjectNode request, String query) {
        return post("/functions/sql-release/invocations" + query, request.toString());
    }

    static ObjectNode request(String command, String... keysAndValues) {
        ObjectNode request = Events.JSON.createObjectNode().put("command", command);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            request.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return request;
    }

    static ObjectNode request(String command, ReleaseFiles files, String... keysAndValues) {
        ObjectNode request = request(command, keysAndValues);
        ObjectNode texts = request.putObject("files");
        files.texts().forEach(texts::put);
        return request;
    }

    JsonNode status(String release) {
        return ask(request("status", "release", release)).mustBe(200).json();
    }

    JsonNode await(String release, String... states) {
        return Awaitility.await(release + " is " + Arrays.toString(states))
                .pollInterval(Duration.ofMillis(150))
                .until(() -> status(release), seen -> Arrays.asList(states)
                        .contains(seen.path("state").asText()));
    }
}
