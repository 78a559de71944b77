package dev.abacus.bench.runtime;

import dev.abacus.bench.harness.Stack;
import dev.abacus.seed.client.Bearer;
import dev.abacus.seed.client.Gateway;
import dev.abacus.seed.client.PlatformClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** What an operator does with functions, at the dispatcher itself. */
final class Desk {

    private static final String HANDLER = "dev.abacus.bench.functions.OnTheRuntime";
    private static final List<String> OPEN = List.of("ENQUEUED", "RUNNING", "RETRYING");

    private final Stack stack;
    private final Bearer operator;
    private final RestClient dispatcher;

    Desk(Stack stack) {
        this.stack = stack;
        this.operator = PlatformClient.of(
                new Gateway(loopback(stack.port(8101))), "platform-admin", "dev-platform-admin", "platform.admin");
        this.dispatcher = new Gateway(loopback(stack.port(8106))).client(operator);
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Deploys the measured function under {@code name}. */
    void deploy(String name) {
        String definition =
                """
                name: %s
                handler: %s
                memory: 64Mi
                timeout: 30s
                concurrency: 50
                scale: {min: 0, max: 1}
                limits: {rate: 100000, concurrency: 500, queue: 1000000}
                """
                        .formatted(name, HANDLER);
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("definition", named("function.yaml", definition));
        parts.add("artifact", new FileSystemResource(jar()));
        parts.add("reason", "to be measured");
        dispatcher.post().uri("/functions").body(parts).retrieve().toBodilessEntity();
    }

    private static Resource named(String file, String text) {
        return new ByteArrayResource(text.getBytes()) {
            @Override
            public String getFilename() {
                return file;
            }
        };
    }

    private static Path jar() {
        Path target = Path.of(System.getProperty("abacus.root")).resolve("bench/functions/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(target + " has no jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        dispatcher
                .delete()
                .uri("/functions/{name}?force=true&reason=measured", name)
                .retrieve()
                .toBodilessEntity();
    }

    Greeted atTheDispatcher(String name, String query) {
        return new Greeted(loopback(stack.port(8106)).resolve("/functions/" + name + "/invocations" + query), operator);
    }

    Greeted throughTheGateway(String name) {
        return new Greeted(loopback(stack.port(8080)).resolve("/api/functions/" + name + "/invocations"), operator);
    }

    /** Waits until every asynchronous invocation of the function has ended. */
    void awaitAllEnded(String name, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (OPEN.stream().anyMatch(state -> !none(name, state))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("invocations of " + name + " are open after " + patience);
            }
            Thread.sleep(20);
        }
    }

    private boolean none(String name, String state) {
        Map<?, ?> slice = dispatcher
                .get()
                .uri("/functions/{name}/invocations?state={state}&limit=1", name, state)
                .retrieve()
                .body(Map.class);
        return ((List<?>) slice.get("items")).isEmpty();
    }
}
