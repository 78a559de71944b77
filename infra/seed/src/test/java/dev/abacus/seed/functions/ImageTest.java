package dev.abacus.seed.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image without a registry and without Docker: what is in it runs, with this machine's Java for the base. */
class ImageTest {

    @TempDir
    private Path directory;

    private Path image(String file, String base) throws Exception {
        Path project = directory.resolve("label");
        Files.createDirectories(project);
        Files.writeString(
                project.resolve("function.yaml"), "name: label\nhandler: Label\nsettings: {greeting: Hello}\n");
        Files.writeString(
                project.resolve("Label.java"),
                """
                import dev.abacus.function.*;
                import io.cloudevents.CloudEvent;
                import io.cloudevents.core.builder.CloudEventBuilder;
                public class Label implements CloudFunction {
                    public CloudEvent handle(CloudEvent event, FunctionContext it) {
                        String text = it.platform().configuration().get("greeting") + ", " + new String(event.getData().toBytes());
                        return CloudEventBuilder.from(event).withData("text/plain", text.getBytes()).build();
                    }
                }
                """);
        FunctionProject function = FunctionProject.in(project);
        Path tar = directory.resolve(file);
        new Image(Container.of(function), new Built(function).jar()).write(base, "functions/label:1", tar);
        return tar;
    }

    private Path unpacked(Path archive, String into) throws Exception {
        Path target = directory.resolve(into);
        Files.createDirectories(target);
        assertThat(new ProcessBuilder("tar", "-xf", archive.toString(), "-C", target.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        return target;
    }

    private static JsonNode json(Path file) throws Exception {
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    @Test
    void what_is_in_an_image_serves_its_port_as_the_image_says() throws Exception {
        Path parts = unpacked(image("label.tar", "scratch"), "parts");
        JsonNode manifest = json(parts.resolve("manifest.json")).get(0);
        JsonNode config =
                json(parts.resolve(manifest.path("Config").asString())).path("config");
        assertThat(manifest.path("RepoTags").get(0).asString()).isEqualTo("functions/label:1");
        assertThat(config.path("User").asString()).isEqualTo("65532");
        assertThat(config.path("ExposedPorts").has("8080/tcp")).isTrue();
        Path root = null;
        for (JsonNode layer : manifest.path("Layers")) {
            root = unpacked(parts.resolve(layer.asString()), "root");
        }

        List<String> command = new ArrayList<>();
        for (JsonNode word : config.path("Entrypoint")) {
            command.add(word.asString().replace("/platform", root + "/platform"));
        }
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        for (JsonNode variable : config.path("Env")) {
            String[] pair = variable.asString().split("=", 2);
            builder.environment().put(pair[0], pair[1].replace("/function/", root + "/function/"));
        }
        builder.environment().put("PORT", String.valueOf(port));
        Process process = builder.start();
        try {
            assertThat(Awaitility.await()
                            .atMost(Duration.ofMinutes(4))
                            .ignoreExceptions()
                            .until(() -> call(port), answer -> answer != null))
                    .isEqualTo("Hello, Wu");
        } finally {
            process.destroy();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String call(int port) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .POST(HttpRequest.BodyPublishers.ofString("Wu"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void an_image_can_be_made_on_a_base_that_is_a_file_and_is_the_same_each_time() throws Exception {
        Path base = image("base.tar", "scratch");

        JsonNode one = json(unpacked(image("one.tar", base.toString()), "one").resolve("manifest.json"));
        JsonNode two = json(unpacked(image("two.tar", base.toString()), "two").resolve("manifest.json"));

        assertThat(one).isEqualTo(two);
        assertThat(one.get(0).path("Layers").size()).isEqualTo(4);
    }
}
