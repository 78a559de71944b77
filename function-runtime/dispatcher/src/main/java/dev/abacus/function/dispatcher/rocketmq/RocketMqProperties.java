package dev.abacus.function.dispatcher.rocketmq;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the suite's broker is; the same settings as every service's.
 *
 * @param nameServer {@code host:port;host:port}
 * @param queues queues of a topic that is made here
 * @param namespace set before the name of each topic and group, so that several stacks can share a broker
 */
@ConfigurationProperties("abacus.mq")
record RocketMqProperties(
        @DefaultValue("127.0.0.1:9876") String nameServer,
        @DefaultValue("8") int queues,
        @DefaultValue("") String namespace) {

    String scoped(String name) {
        return namespace.isEmpty() ? name : namespace + "-" + name;
    }
}
