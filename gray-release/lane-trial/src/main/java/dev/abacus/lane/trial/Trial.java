package dev.abacus.lane.trial;

import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.test.servers.TestRun;
import dev.abacus.kernel.test.servers.TestSchemas;
import dev.abacus.lane.LaneTag;
import dev.abacus.lane.trial.control.ControlProgram;
import dev.abacus.lane.trial.sender.Sender;
import dev.abacus.lane.trial.sender.SenderService;
import dev.abacus.lane.trial.stock.StockService;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The stage: lane-control and consumers as processes, the sender in this one, all on the real servers that this process
 * was told of, under names that nobody else uses.
 */
public final class Trial implements AutoCloseable {

    /** The consumers' service. */
    public static final String STOCK = "trial-stock";

    /** The sender's service. */
    public static final String SENDER = "trial-sender";

    private static final Path LOGS = Path.of("target", "trial");

    /** What tells a process where the servers are. */
    private static final List<String> SERVERS =
            List.of("abacus.db.", "abacus.mq.", "spring.cloud.nacos.", "spring.data.redis.");

    private final List<String> shards = TestSchemas.create("trial");
    private final AtomicLong tenants = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final List<Jvm> processes = new ArrayList<>();
    private final List<Jvm> baseline = new ArrayList<>();
    private final Map<String, String> laneOf = new ConcurrentHashMap<>();
    private final Control control;
    private final Ledger ledger;
    private ConfigurableApplicationContext sender;

    private Trial() {
        control = new Control(
                (program, arguments) -> start("control", controlClassPath(), program, arguments),
                freePort(),
                TestSchemas.createOne("lane"));
        ledger = new Ledger(shards, control.schema());
    }

    /**
     * With a lane-control and two instances of the baseline.
     *
     * @param lease lane-control's
     */
    public static Trial begin(Duration lease) {
        var trial = new Trial();
        try {
            trial.control.start(lease);
            // The first one makes the tables.
            trial.baseline.add(trial.stock("base-1", null).awaitStarted());
            trial.baseline.add(trial.stock("base-2", null));
            trial.sender = new SpringApplicationBuilder(SenderService.class)
                    .run(trial.arguments("sender").toArray(String[]::new));
            trial.control.awaitStarted();
            trial.baseline.forEach(Jvm::awaitStarted);
            return trial;
        } catch (RuntimeException e) {
            trial.close();
            throw e;
        }
    }

    /** Tenants that nobody has used yet. */
    public List<TenantId> tenants(int count) {
        List<TenantId> some = Stream.generate(tenants::incrementAndGet)
                .limit(count)
                .map(TenantId::new)
                .toList();
        some.forEach(tenant -> {
            sender.getBean(TenantPlacements.class).place(tenant, shardOf(tenant));
            placeAtConsumers(tenant);
        });
        return some;
    }

    /** As tenant-service would by the placement door. */
    private void placeAtConsumers(TenantId tenant) {
        try (var connection = TestSchemas.connect(shards.getFirst());
                var insert =
                        connection.prepareStatement("INSERT INTO stock_tenant_placement (tenant_id, shard, placed_at)"
                                + " VALUES (?, ?, UTC_TIMESTAMP(6))")) {
            insert.setLong(1, tenant.value());
            insert.setString(2, shardOf(tenant));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String shardOf(TenantId tenant) {
        return shards.get((int) (tenant.value() % shards.size()));
    }

    /** Starts a consumer, and returns at once. @param lane null for the baseline */
    public Jvm stock(String name, LaneTag lane, String... more) {
        List<String> arguments = new ArrayList<>(arguments("stock"));
        arguments.add("--trial.name=" + name);
        if (lane != null) {
            arguments.add("--abacus.lane.tag=" + lane);
        }
        arguments.addAll(List.of(more));
        laneOf.put(name, lane == null ? Ledger.BASELINE : lane.toString());
        return start(name, System.getProperty("java.class.path"), StockService.class, arguments);
    }

    /** Replaces the instances of the baseline: {@code name} comes, and then they go, one after the other. */
    public void replaceBaseline(String name) {
        Jvm fresh = stock(name, null).awaitStarted();
        for (Jvm old : baseline) {
            old.stop();
            old.awaitEnd();
        }
        baseline.clear();
        baseline.add(fresh);
    }

    /** By name, the lane of each consumer process there was; {@link Ledger#BASELINE} for those without. */
    public Map<String, String> laneOf() {
        return Map.copyOf(laneOf);
    }

    private List<String> arguments(String config) {
        return List.of(
                "--spring.config.name=" + config,
                "--abacus.shards=" + String.join(",", shards),
                "--abacus.lane.control-url=" + control.url(),
                "--abacus.lane.rules-group=" + TestRun.NAME,
                "--spring.cloud.nacos.discovery.group=" + TestRun.NAME,
                "--spring.main.banner-mode=off");
    }

    private Jvm start(String name, String classPath, Class<?> program, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        System.getProperties().stringPropertyNames().stream()
                .filter(property -> SERVERS.stream().anyMatch(property::startsWith))
                .forEach(property -> all.add("--" + property + "=" + System.getProperty(property)));
        Jvm process = Jvm.start(name, LOGS, classPath, program, all);
        processes.add(process);
        return process;
    }

    /** lane-control's own, as the launcher runs it: what consumers have would change what it is. */
    private static String controlClassPath() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(root.resolve("abacus"))) {
            root = root.getParent();
        }
        Path target = root.resolve("gray-release/lane-control/app/target");
        try {
            return String.join(
                    File.pathSeparator,
                    target.resolve("classes").toString(),
                    Files.readString(target.resolve("runtime.classpath")).strip(),
                    Path.of(ControlProgram.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .getPath())
                            .toString());
        } catch (IOException e) {
            throw new UncheckedIOException("lane-control has not been packaged", e);
        }
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    public Control control() {
        return control;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Sender sender() {
        return sender.getBean(Sender.class);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Jvm::close);
        control.close();
        if (sender != null) {
            sender.close();
        }
    }
}
