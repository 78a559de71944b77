package dev.abacus.function.dispatcher.kafka;

import dev.abacus.function.dispatcher.delivery.Carrier;
import dev.abacus.function.dispatcher.delivery.EventHeaders;
import dev.abacus.function.dispatcher.invocation.Delivery;
import io.cloudevents.CloudEvent;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.stereotype.Component;

/**
 * Sends results to Kafka: "Kafka Protocol Binding for CloudEvents" 1.0.2, binary mode. The record's key is the ordering key, so
 * what is of one key goes to one partition.
 */
@Component
class KafkaCarrier implements Carrier {

    private static final int PATIENCE_SECONDS = 10;

    /** What waits to be sent, in bytes: there are never many under way. */
    private static final int BUFFER = 4 * 1024 * 1024;

    private final KafkaProperties properties;
    private Producer<byte[], byte[]> producer;

    KafkaCarrier(KafkaProperties properties) {
        this.properties = properties;
    }

    @Override
    public String kind() {
        return "kafka";
    }

    @Override
    public void carry(Delivery delivery, CloudEvent event) throws Exception {
        if (!properties.there()) {
            throw new IOException("no Kafka is configured");
        }
        try {
            producer().send(record(delivery, event)).get(2 * PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Delivery delivery, CloudEvent event) {
        var record = new ProducerRecord<>(delivery.target(), bytes(delivery.orderingKey()), EventHeaders.data(event));
        EventHeaders.of(event, "ce_").forEach((name, value) -> record.headers().add(name, bytes(value)));
        if (event.getDataContentType() != null) {
            record.headers().add("content-type", bytes(event.getDataContentType()));
        }
        if (delivery.tenant() != null) {
            record.headers().add("tenant", bytes(delivery.tenant()));
        }
        if (delivery.lane() != null) {
            record.headers().add("lane", bytes(delivery.lane()));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            properties.servers(),
                            ProducerConfig.CLIENT_ID_CONFIG,
                            "function-dispatcher",
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.BUFFER_MEMORY_CONFIG,
                            BUFFER,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            PATIENCE_SECONDS * 1_000,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            PATIENCE_SECONDS * 500,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            PATIENCE_SECONDS * 1_000,
                            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                            PATIENCE_SECONDS * 1_000),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
