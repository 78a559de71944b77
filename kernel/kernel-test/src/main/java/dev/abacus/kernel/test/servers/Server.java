package dev.abacus.kernel.test.servers;

import java.util.Map;

/** A real server, the port it listens on before the stack's offset, and the properties by which a service finds it. */
public enum Server {
    MARIADB(13306) {
        @Override
        Map<String, String> properties(TestStack stack) {
            return Map.of(
                    "abacus.db.host", "127.0.0.1",
                    "abacus.db.port", stack.port(this),
                    "abacus.db.user", "test",
                    "abacus.db.password", "test");
        }
    },
    REDIS(16379) {
        @Override
        Map<String, String> properties(TestStack stack) {
            return Map.of("spring.data.redis.host", "127.0.0.1", "spring.data.redis.port", stack.port(this));
        }
    },
    NACOS(8848) {
        @Override
        Map<String, String> properties(TestStack stack) {
            return Map.of(
                    "spring.cloud.nacos.server-addr", "127.0.0.1:" + stack.port(this),
                    "spring.cloud.nacos.username", "nacos",
                    "spring.cloud.nacos.password", "nacos");
        }
    },
    ROCKETMQ(10911) {
        private static final int NAME_SERVER = 9876;

        /** A name space for each test run, so that no run reads what an earlier one left in its topics. */
        @Override
        Map<String, String> properties(TestStack stack) {
            return Map.of(
                    "abacus.mq.name-server",
                    "127.0.0.1:" + (NAME_SERVER + stack.portOffset()),
                    "abacus.mq.namespace",
                    TestRun.NAME);
        }
    },
    /** Off in a stack until somebody names it. */
    KAFKA(9092) {
        @Override
        Map<String, String> properties(TestStack stack) {
            return Map.of("abacus.functions.kafka.servers", "127.0.0.1:" + stack.port(this));
        }
    },
    SEATA(8091) {
        @Override
        Map<String, String> properties(TestStack stack) {
            return Map.of("seata.service.grouplist.default", "127.0.0.1:" + stack.port(this));
        }
    };

    private final int standardPort;

    Server(int standardPort) {
        this.standardPort = standardPort;
    }

    abstract Map<String, String> properties(TestStack stack);

    int standardPort() {
        return standardPort;
    }
}
