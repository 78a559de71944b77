package dev.abacus.lane.control.broker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param nameServer RocketMQ's name servers, {@code host:port;host:port}
 * @param namespace set before the name of lane-control's own groups; what members report has it already
 */
@ConfigurationProperties("abacus.mq")
record BrokerProperties(@DefaultValue("127.0.0.1:9876") String nameServer, @DefaultValue("") String namespace) {

    String own(String name) {
        return namespace.isEmpty() ? name : namespace + "-" + name;
    }
}
