package dev.abacus.infra.launcher;

import static dev.abacus.infra.launcher.Program.Kind.SERVER;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Everything that runs on one machine, on a page: what, on which ports, with how much heap, after what, ready when. */
final class Topology {

    private final Stack stack;

    Topology(Stack stack) {
        this.stack = stack;
    }

    /** In the order in which they are shown and, needs permitting, started. */
    List<Program> programs() {
        return List.of(mariadb(), redis(), nacos(), rocketmq(), seata());
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
                new RedisLaunch(server("redis"), stack.distribution("redis-6.2.6"), port));
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

    private Path server(String name) {
        return stack.root().resolve("infra/servers").resolve(name);
    }

    private JavaLaunch java(String server, String mainClass, int maxHeapMegabytes) {
        return new JavaLaunch(server(server), mainClass, maxHeapMegabytes, List.of(), Map.of());
    }

    private Readiness announced(String program, int port) {
        return Readiness.announced(JavaLaunch.announcement(stack.state(program)), port);
    }
}
