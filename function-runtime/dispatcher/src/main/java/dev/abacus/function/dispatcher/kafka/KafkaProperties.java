package dev.abacus.function.dispatcher.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param servers {@code host:port,host:port}; empty where there is no Kafka, and then nothing of it is served */
@ConfigurationProperties("abacus.functions.kafka")
record KafkaProperties(@DefaultValue("") String servers) {

    boolean there() {
        return !servers.isBlank();
    }
}
