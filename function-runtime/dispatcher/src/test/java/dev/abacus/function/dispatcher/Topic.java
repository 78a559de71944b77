package dev.abacus.function.dispatcher;

import dev.abacus.kernel.test.servers.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.selector.SelectMessageQueueByHash;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageExt;

/** Topics of the real brokers, as others than the dispatcher write and read them. */
public final class Topic {

    private Topic() {}

    /** Reads a topic of RocketMQ from its beginning for as long as the test runs. */
    public static List<MessageExt> ofRocketMq(String topic) throws Exception {
        List<MessageExt> messages = new CopyOnWriteArrayList<>();
        var consumer = new DefaultMQPushConsumer(scoped("reader-" + topic));
        consumer.setNamesrvAddr(System.getProperty("abacus.mq.name-server"));
        consumer.setInstanceName("reader-" + topic);
        consumer.setVipChannelEnabled(false);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.subscribe(scoped(topic), "*");
        consumer.registerMessageListener((MessageListenerOrderly) (batch, context) -> {
            messages.addAll(batch);
            return ConsumeOrderlyStatus.SUCCESS;
        });
        consumer.start();
        return messages;
    }

    private static String scoped(String name) {
        return TestRun.NAME + "-" + name;
    }

    /** Writes to topics of RocketMQ, which it makes. */
    public static final class RocketMqWriter implements AutoCloseable {

        private final DefaultMQProducer producer = new DefaultMQProducer(scoped("writer"));

        public RocketMqWriter() throws Exception {
            producer.setNamesrvAddr(System.getProperty("abacus.mq.name-server"));
            producer.setInstanceName(scoped("writer") + "#" + System.nanoTime());
            producer.setVipChannelEnabled(false);
            producer.start();
        }

        public void make(String topic) throws Exception {
            producer.createTopic("TBW102", scoped(topic), 4, Map.of());
        }

        /** What is of one key comes one after the other. */
        public void send(String topic, String key, byte[] body, Map<String, String> properties) throws Exception {
            var message = new Message(scoped(topic), properties.get("type"), properties.get("id"), body);
            properties.forEach((name, value) -> {
                if (!name.equals("type") && !name.equals("id")) {
                    message.putUserProperty(name, value);
                }
            });
            producer.send(message, new SelectMessageQueueByHash(), key);
        }

        @Override
        public void close() {
            producer.shutdown();
        }
    }

    /** Reads so many records of a topic of Kafka. */
    public static List<ConsumerRecord<byte[], byte[]>> ofKafka(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        try (var consumer = new KafkaConsumer<>(
                kafka(Map.of("group.id", scoped("reader-" + topic), "auto.offset.reset", "earliest")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (records.size() < count && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** An event in binary mode; {@code more} are names and values of headers. */
    public static ProducerRecord<byte[], byte[]> kafkaEvent(
            String topic, String key, String id, String body, String... more) {
        var record = kafkaRecord(topic, key, body, more);
        Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "/partner", "ce_type", "pushed")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    /** @param key null for none */
    public static ProducerRecord<byte[], byte[]> kafkaRecord(String topic, String key, String body, String... headers) {
        var record = new ProducerRecord<>(topic, key == null ? null : bytes(key), bytes(body));
        for (int i = 0; i < headers.length; i += 2) {
            record.headers().add(headers[i], bytes(headers[i + 1]));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static void writeKafka(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(record).get();
            }
        }
    }

    private static Properties kafka(Map<String, String> more) {
        var settings = new Properties();
        settings.put("bootstrap.servers", System.getProperty("abacus.functions.kafka.servers"));
        settings.putAll(more);
        return settings;
    }
}
