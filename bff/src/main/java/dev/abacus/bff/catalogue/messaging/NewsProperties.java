package dev.abacus.bff.catalogue.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is: the same properties as every service's.
 *
 * @param nameServer RocketMQ's name servers, {@code host:port;host:port}
 * @param namespace set before the name of each topic and group, so that several stacks can share a broker
 */
@ConfigurationProperties("abacus.mq")
record NewsProperties(@DefaultValue("127.0.0.1:9876") String nameServer, @DefaultValue("") String namespace) {

    String scoped(String name) {
        return namespace.isEmpty() ? name : namespace + "-" + name;
    }
}
