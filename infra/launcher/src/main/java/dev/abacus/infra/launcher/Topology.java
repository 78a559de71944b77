package dev.abacus.infra.launcher;

import static dev.abacus.infra.launcher.Program.Kind.OPTIONAL_SERVER;
import static dev.abacus.infra.launcher.Program.Kind.SERVER;
import static dev.abacus.infra.launcher.Program.Kind.SERVICE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Everything that runs on one machine, on a page: what, on which ports, with how much heap, after what, ready when. */
final class Topology {

    private final Stack stack;
    private final AotCache cache;
    private final Jars jars;
    private final Shards shards;

    Topology(Stack stack, AotCache cache) {
        this.stack = stack;
        this.cache = cache;
        this.jars = Jars.of(stack.root());
        this.shards = Shards.of(stack);
    }

    /** In the order in which they are shown and, needs permitting, started. */
    List<Program> programs() {
        return List.of(
                mariadb(),
                redis(),
                nacos(),
                rocketmq(),
                seata(),
                traceStore(),
                kafka(),
                service(
                                "tenant-service",
                                "tenant-service/app",
                                "dev.abacus.tenant.TenantService",
                                8101,
                                192,
                                shards.choice())
                        .needs("mariadb", "redis", "nacos", "rocketmq"),
                service(
                                "inventory-service",
                                "inventory-service/app",
                                "dev.abacus.inventory.InventoryService",
                                8102,
                                192,
                                shards.options())
                        .needs("mariadb", "redis", "nacos", "rocketmq", "seata"),
                service(
                                "trade-service",
                                "trade-service/app",
                                "dev.abacus.trade.TradeService",
                                8103,
                                192,
                                shards.options())
                        .needs("mariadb", "redis", "nacos", "rocketmq", "seata"),
                service(
                                "lane-control",
                                "gray-release/lane-control/app",
                                "dev.abacus.lane.control.LaneControlService",
                                8105,
                                96)
                        .needs("mariadb", "nacos", "rocketmq"),
                service(
                                "function-dispatcher",
                                "function-runtime/dispatcher",
                                "dev.abacus.function.dispatcher.FunctionDispatcher",
                                8106,
                                96)
                        .needs("mariadb", "redis", "nacos", "rocketmq"),
                service("bff", "bff", "dev.abacus.bff.Bff", 8104).needs("redis", "nacos"),
                // last, so that nobody is let in before there is somebody to answer
                service("gateway", "gateway", "dev.abacus.gateway.Gateway", 8080)
                        .needs("redis", "nacos", "tenant-service", "inventory-service", "trade-service", "bff"));
    }

    private Program mariadb() {
        int port = stack.port(13306);
        return new Program(
                "mariadb",
                SERVER,
                List.of(),
                List.of(port),
                Readiness.mariaDbGreets(port),
                new MariaDbLaunch(server("mariadb"), stack.distribution("mariadb-11.4.5"), port));
    }

    private Program redis() {
        int port = stack.port(16379);
        return new Program(
                "redis",
                SERVER,
                List.of(),
                List.of(port),
                Readiness.redisAnswersPing(port),
                new RedisLaunch(server("redis"), stack.distribution("redis-server-6.2.6"), port));
    }

    /** Clients call the gRPC port too, and find it by adding 1000 to the main one; servers would use 1001 and the Raft port. */
    private Program nacos() {
        int port = stack.port(8848);
        int console = stack.port(8849);
        return new Program(
                "nacos",
                SERVER,
                List.of(),
                List.of(port, console, port + 1000, port + 1001, port - 1000),
                announced("nacos", port),
                java("nacos", "dev.abacus.infra.nacos.NacosServer", 224)
                        .with("-Dnacos.home=${state}/home")
                        .with("-Duser.home=${state}/home")
                        .with("-Dderby.stream.error.file=${state}/derby.log")
                        .with("-Dlogging.config=classpath:logback-nacos.xml")
                        .with("-Dnacos.remote.grpc.listen.ip=127.0.0.1")
                        .with("-Dnacos.server.main.port=" + port)
                        .with("-Dnacos.console.port=" + console)
                        .with("-Dabacus.nacos.admin-password=" + DevelopmentSecrets.NACOS_PASSWORD)
                        .with("-Dnacos.core.auth.server.identity.value=" + DevelopmentSecrets.NACOS_IDENTITY)
                        .with("-Dnacos.core.auth.plugin.nacos.token.secret.key=" + DevelopmentSecrets.NACOS_TOKEN_KEY));
    }

    /** Besides its port the broker listens on a second one, two below, for the same requests without a queue. */
    private Program rocketmq() {
        int nameServer = stack.port(9876);
        int broker = stack.port(10911);
        return new Program(
                "rocketmq",
                SERVER,
                List.of(),
                List.of(broker, broker - 2, nameServer),
                announced("rocketmq", broker),
                new ConfiguredLaunch(
                        java("rocketmq", "dev.abacus.infra.rocketmq.RocketMqServer", 192)
                                .with("-XX:MaxDirectMemorySize=192m")
                                .with("-Drocketmq.home.dir=${state}/data")
                                .with("-Duser.home=${state}")
                                // A queue whose reader died goes to the next after 3 s, not a minute: HandOver.
                                .with("-Drocketmq.broker.rebalance.lockMaxLiveTime=3000")
                                .with("-Dabacus.rocketmq.namesrv-port=" + nameServer)
                                .with("-Dabacus.rocketmq.broker-conf=${state}/broker.conf"),
                        server("rocketmq").resolve("broker.conf"),
                        Map.of("rocketmq.namesrv.port", nameServer, "rocketmq.broker.port", broker)));
    }

    private Program seata() {
        int port = stack.port(8091);
        int console = stack.port(7091);
        return new Program(
                "seata",
                SERVER,
                List.of("mariadb"),
                List.of(port, console),
                announced("seata", port),
                java("seata", "dev.abacus.infra.seata.SeataServer", 160)
                        .with("-XX:MaxDirectMemorySize=64m")
                        .with("-Duser.home=${state}")
                        .with("-Dlogging.config=classpath:logback-spring.xml")
                        .with("-Dlogging.file.path=${state}/logs")
                        .withEnvironment("SEATA_PORT", port)
                        .withEnvironment("SEATA_CONSOLE_PORT", console)
                        .withEnvironment("SEATA_CONSOLE_PASSWORD", DevelopmentSecrets.SEATA_PASSWORD)
                        .withEnvironment("SEATA_SECRET", DevelopmentSecrets.SEATA_TOKEN_KEY)
                        .withEnvironment(
                                "SEATA_DB_URL",
                                "jdbc:mysql://127.0.0.1:" + stack.port(13306)
                                        + "/seata?rewriteBatchedStatements=true&useSSL=false&allowPublicKeyRetrieval=true"
                                        + "&connectionTimeZone=UTC")
                        .withEnvironment("SEATA_DB_USER", "seata")
                        .withEnvironment("SEATA_DB_PASSWORD", DevelopmentSecrets.SEATA_PASSWORD));
    }

    private Program traceStore() {
        int port = stack.port(9411);
        return new Program(
                "tracestore",
                SERVER,
                List.of(),
                List.of(port),
                Readiness.http(port, "/health"),
                new FatJarLaunch(
                        java("tracestore", "dev.abacus.infra.tracestore.TraceStore", 160)
                                .with("-Dserver.port=" + port)
                                .with("-Darmeria.ports[0].ip=127.0.0.1")
                                .with("-Darmeria.ports[0].port=" + port)
                                .with("-Darmeria.ports[0].protocols[0]=http")
                                .with("-Dzipkin.storage.mem.max-spans=50000"),
                        "zipkin-server-3.6.1-exec",
                        stack.distribution("zipkin-3.6.1")));
    }

    /** Only the open API's Kafka trigger needs it. */
    private Program kafka() {
        int port = stack.port(9092);
        int controller = stack.port(9093);
        return new Program(
                "kafka",
                OPTIONAL_SERVER,
                List.of(),
                List.of(port, controller),
                Readiness.kafkaAnswers(port),
                new ConfiguredLaunch(
                        java("kafka", "dev.abacus.infra.kafka.KafkaServer", 256)
                                .with("-Dabacus.kafka.configuration=${state}/server.properties")
                                .with("-Dabacus.kafka.data=${state}/data"),
                        server("kafka").resolve("server.properties"),
                        Map.of("kafka.port", port, "kafka.controller.port", controller)));
    }

    /** A service of the suite. It is told where the servers are; its users and passwords are in its own dev profile. */
    private Program service(String name, String module, String mainClass, int standardPort) {
        return service(name, module, mainClass, standardPort, 192, List.of());
    }

    private Program service(String name, String module, String mainClass, int standardPort, int maxHeapMegabytes) {
        return service(name, module, mainClass, standardPort, maxHeapMegabytes, List.of());
    }

    private Program service(
            String name,
            String module,
            String mainClass,
            int standardPort,
            int maxHeapMegabytes,
            List<String> options) {
        int port = stack.port(standardPort);
        return new Program(
                name,
                SERVICE,
                List.of(),
                List.of(port),
                Readiness.http(port, "/actuator/health/readiness"),
                new JavaLaunch(
                                stack.root().resolve(module),
                                mainClass,
                                maxHeapMegabytes,
                                options,
                                Map.of(),
                                jars,
                                cache)
                        .with("-Dspring.profiles.active=dev")
                        .with("-Dserver.address=127.0.0.1")
                        .with("-Dserver.port=" + port)
                        .with("-Dabacus.auth.url=http://127.0.0.1:" + stack.port(8101))
                        .with("-Dabacus.auth.issuer=http://127.0.0.1:" + stack.port(8080))
                        .with("-Dabacus.db.port=" + stack.port(13306))
                        // Schemas has brought it up to date
                        .with("-Dabacus.schema=check")
                        .with("-Dabacus.instance=" + name)
                        // the gateway's: pages that are open find their build also after the next one is built
                        .with("-Dabacus.gateway.front-end.directory="
                                + stack.home().resolve("front-end"))
                        .with("-Dabacus.lane.control-url=http://127.0.0.1:" + stack.port(8105))
                        .with("-Dabacus.lane.rules-file=${state}/lane-rules.json")
                        // the function dispatcher's: artifacts and sockets, of one stack only
                        .with("-Dabacus.functions.directory=${state}/functions")
                        // the function dispatcher's too: off until somebody starts it
                        .with("-Dabacus.functions.kafka.servers=127.0.0.1:" + stack.port(9092))
                        .with("-Dspring.data.redis.port=" + stack.port(16379))
                        .with("-Dspring.cloud.nacos.server-addr=127.0.0.1:" + stack.port(8848))
                        .with("-Dspring.cloud.nacos.discovery.ip=127.0.0.1")
                        .with("-Dabacus.mq.name-server=127.0.0.1:" + stack.port(9876))
                        .with("-Dseata.service.grouplist.default=127.0.0.1:" + stack.port(8091))
                        .with("-Dmanagement.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
                                + stack.port(9411) + "/v1/traces"));
    }

    private Path server(String name) {
        return stack.root().resolve("infra/servers").resolve(name);
    }

    private JavaLaunch java(String server, String mainClass, int maxHeapMegabytes) {
        return new JavaLaunch(server(server), mainClass, maxHeapMegabytes, List.of(), Map.of(), jars, cache);
    }

    private Readiness announced(String program, int port) {
        return Readiness.announced(JavaLaunch.announcement(stack.state(program)), port);
    }
}
