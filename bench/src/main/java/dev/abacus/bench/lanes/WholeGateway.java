package dev.abacus.bench.lanes;

import dev.abacus.bench.harness.ClassPath;
import dev.abacus.bench.harness.JavaProgram;
import dev.abacus.bench.harness.JavaProgram.Start;
import dev.abacus.bench.harness.Stack;
import dev.abacus.kernel.security.RemoteAccessDirectory;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.standin.StandInIssuer;
import dev.abacus.standin.StandInIssuer.Someone;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The product's own gateway before the same instances, with its tokens, rights, quotas and header rules. Tokens are signed
 * by a stand-in; who may do what stands in the real Redis, where tenant-service would have put it.
 */
final class WholeGateway implements AutoCloseable {

    private static final int PORT = 8190;
    private static final int UNLIMITED = 1_000_000;
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private final StandInIssuer issuer = new StandInIssuer();
    private final Stack stack;
    private final JavaProgram program;
    private final List<HttpRequest> requests;

    private WholeGateway(Stack stack, Path rules, String namespace, StandInControl control) {
        this.stack = stack;
        this.program = new Start(
                        "whole-gateway",
                        ClassPath.of("gateway"),
                        "dev.abacus.gateway.Gateway",
                        options(rules, namespace, control))
                .on(stack);
        this.requests = Stream.of(FiftyLanes.tenant(0), FiftyLanes.tenant(FiftyLanes.TENANTS))
                .map(this::request)
                .toList();
    }

    static WholeGateway start(Stack stack, Path rules, String namespace, StandInControl control)
            throws InterruptedException {
        var gateway = new WholeGateway(stack, rules, namespace, control);
        gateway.awaitReadiness();
        return gateway;
    }

    private List<String> options(Path rules, String namespace, StandInControl control) {
        return List.of(
                "-Dspring.profiles.active=dev",
                "-Dserver.port=" + stack.port(PORT),
                "-Dabacus.auth.url=" + issuer.server().url(),
                "-Dabacus.auth.issuer=" + StandInIssuer.ISSUER,
                "-Dabacus.lane.control-url=" + control.url(),
                "-Dabacus.lane.rules-file=" + rules,
                "-Dspring.data.redis.port=" + stack.port(16379),
                "-Dspring.cloud.nacos.server-addr=" + stack.nacos(),
                "-Dspring.cloud.nacos.discovery.namespace=" + namespace,
                "-Dmanagement.tracing.export.otlp.enabled=false");
    }

    /** Somebody's request, with the right to nothing and a quota that never ends. */
    private HttpRequest request(long tenant) {
        Someone someone = issuer.colleagueIn(new TenantId(tenant), UNLIMITED);
        RedisClient redis = RedisClient.create("redis://127.0.0.1:" + stack.port(16379));
        try (var connection = redis.connect()) {
            connection.sync().set(RemoteAccessDirectory.versionKey(someone.tenant()), "1");
            connection
                    .sync()
                    .set(
                            RemoteAccessDirectory.entryKey(someone.tenant(), someone.user()),
                            """
                            {"version":1,"tenantStatus":"ACTIVE","active":true,"permissions":[],
                             "tokensNotBefore":"2020-01-01T00:00:00Z","requestsPerSecond":%d}"""
                                    .formatted(UNLIMITED));
        } finally {
            redis.shutdown();
        }
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stack.port(PORT) + "/api/trade/echo"))
                .header("Authorization", "Bearer " + issuer.token(someone))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    /** The lane that answered the {@code number}th request: every second one is on a lane. */
    String ask(long number) {
        return Caller.answer(requests.get((int) (number % 2)));
    }

    JavaProgram program() {
        return program;
    }

    private void awaitReadiness() throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + stack.port(PORT) + "/actuator/health/readiness");
        Instant end = Instant.now().plus(READY_WITHIN);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!isUp(http, readiness)) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("the whole gateway is not ready");
                }
                Thread.sleep(200);
            }
        }
    }

    private static boolean isUp(HttpClient http, URI readiness) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
        issuer.close();
    }
}
