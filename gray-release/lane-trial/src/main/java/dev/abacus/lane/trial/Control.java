package dev.abacus.lane.trial;

import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.TestRun;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.rules.LaneState;
import dev.abacus.lane.trial.control.ControlProgram;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The trial's lane-control: a process that can be killed and started again on the same record, and its API. */
public final class Control implements AutoCloseable {

    /** Longer than any step takes on two busy cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BiFunction<Class<?>, List<String>, Jvm> processes;
    private final int port;
    private final String schema;
    private final RestClient http;
    private Jvm process;
    private Duration lease;

    /** @param processes starts a program with arguments */
    Control(BiFunction<Class<?>, List<String>, Jvm> processes, int port, String schema) {
        this.processes = processes;
        this.port = port;
        this.schema = schema;
        this.http = RestClient.builder()
                .baseUrl(url())
                .defaultHeaders(headers -> headers.setBearerAuth("operator~platform.admin"))
                .build();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String schema() {
        return schema;
    }

    /** @param lease for how long members may go on without hearing from it */
    Control start(Duration lease) {
        this.lease = lease;
        process = processes.apply(
                ControlProgram.class,
                List.of(
                        "--spring.profiles.active=dev,test",
                        "--server.port=" + port,
                        "--abacus.lanes.schema=" + schema,
                        "--abacus.lanes.lease=" + lease.toMillis() + "ms",
                        "--abacus.lanes.rules.group=" + TestRun.NAME,
                        "--spring.cloud.nacos.discovery.group=" + TestRun.NAME,
                        "--spring.main.banner-mode=off",
                        "--abacus.shutdown.announce=0s",
                        "--management.tracing.export.enabled=false"));
        return this;
    }

    public void awaitStarted() {
        process.awaitStarted();
    }

    public void kill() {
        process.kill();
    }

    /** Starts it again as it was. */
    public void startAgain() {
        start(lease).awaitStarted();
    }

    /** With another lease than now it has to end, in order, and begin again. */
    public void lease(Duration wanted) {
        if (!wanted.equals(lease)) {
            process.stop();
            process.awaitEnd();
            start(wanted).awaitStarted();
        }
    }

    /** Makes a lane, and returns before tenants are routed to it. */
    public LaneTag create(String id, Set<String> services, Collection<TenantId> tenants) {
        Map<String, Object> wish = Map.of(
                "id",
                id,
                "kind",
                "GRAY",
                "services",
                services,
                "tenants",
                tenants.stream().map(TenantId::toString).toList(),
                "reason",
                "a trial");
        // A service is known once it has been heard of.
        JsonNode made = Awaitility.await("lane " + id + " is taken")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> post("/lanes", wish), Objects::nonNull);
        return LaneTag.parse(made.path("tag").asString());
    }

    public void drain(String id) {
        post("/lanes/" + id + "/drain", Map.of("reason", "the trial is over"));
    }

    public void awaitState(String id, LaneState state) {
        Awaitility.await("lane " + id + " is " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> lane(id).path("state").asString(), state.name()::equals);
    }

    /** Waits until the one group of the trial has an owner in {@code state}. */
    public void awaitOwner(String id, String state) {
        Awaitility.await("lane " + id + " is " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> lane(id).path("owners").path(0).path("state").asString(), state::equals);
    }

    public JsonNode lane(String id) {
        return http.get().uri("/lanes/{id}", id).retrieve().body(JsonNode.class);
    }

    private JsonNode post(String path, Object body) {
        return http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(JsonNode.class);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
