package dev.abacus.bench.placing;

import dev.abacus.bench.harness.Process;
import dev.abacus.bench.harness.Stack;
import dev.abacus.bench.plain.PlainSuite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The plain alternative as a process. It is started with the very command that the launcher wrote down for trade-service,
 * so heap, compiler and collector are the same; only the port, the class path and the main class differ.
 */
final class PlainProcess implements AutoCloseable {

    static final String NAME = "plain suite";
    private static final int PORT = 8199;
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final List<String> ITS_OWN =
            List.of("-Dserver.port=", "-Dabacus.ready=", "-XX:AOTCache", "-Dspring.application.name=");

    private final java.lang.Process process;
    private final int port;

    private PlainProcess(java.lang.Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static PlainProcess start(Stack stack) throws IOException, InterruptedException {
        int port = stack.port(PORT);
        Path directory = Files.createDirectories(stack.home().resolve("plain-suite"));
        Path log = directory.resolve("plain-suite.log");
        Path arguments = Files.write(directory.resolve("java.args"), arguments(stack, port));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "@" + arguments)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        var plain = new PlainProcess(builder.start(), port);
        try {
            plain.awaitReadiness(log);
        } catch (RuntimeException | InterruptedException e) {
            plain.close();
            throw e;
        }
        return plain;
    }

    private static List<String> arguments(Stack stack, int port) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (String line : Files.readAllLines(stack.home().resolve("trade-service/java.args"))) {
            if (line.equals("\"-cp\"")) {
                break;
            }
            if (ITS_OWN.stream().noneMatch(option -> line.startsWith("\"" + option))) {
                arguments.add(line);
            }
        }
        arguments.addAll(List.of(
                "-Dserver.port=" + port, "-cp", System.getProperty("java.class.path"), PlainSuite.class.getName()));
        return arguments;
    }

    private void awaitReadiness(Path log) throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        Instant end = Instant.now().plus(READY_WITHIN);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!isUp(http, readiness)) {
                if (!process.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("the plain suite is not ready; its log is " + log);
                }
                Thread.sleep(200);
            }
        }
    }

    private static boolean isUp(HttpClient http, URI readiness) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Process counted() {
        return new Process(NAME, process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
