package dev.abacus.kernel.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is.
 *
 * @param nameServer RocketMQ's name servers, {@code host:port;host:port}
 * @param queues queues per topic: the most consumers that can share its work
 * @param namespace set before the name of each topic and group, so that several stacks can share a broker
 * @param enabled off in tests that need no broker; events then stay in the outbox
 */
@ConfigurationProperties("abacus.mq")
public record BrokerProperties(
        @DefaultValue("127.0.0.1:9876") String nameServer,
        @DefaultValue("8") int queues,
        @DefaultValue("") String namespace,
        @DefaultValue("true") boolean enabled) {

    public String topic(String name) {
        return scoped(name);
    }

    /** RocketMQ takes no dots in the name of a group. */
    public String group(String name) {
        return scoped(name.replace('.', '-'));
    }

    private String scoped(String name) {
        return namespace.isEmpty() ? name : namespace + "-" + name;
    }
}
