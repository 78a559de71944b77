package dev.abacus.function.dispatcher.kafka;

import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrival;
import dev.abacus.function.dispatcher.trigger.Arrivals;
import dev.abacus.function.dispatcher.trigger.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a group. What it reads is taken over in one transaction, and only then is the offset committed: what is read
 * twice was kept once. A new group begins at the topic's beginning, so that nothing is passed over between its first look and
 * its first commit.
 */
final class KafkaSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaSource.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int BATCH = 100;
    private static final int FETCH = 4 * 1024 * 1024;

    private final KafkaProperties properties;
    private final String function;
    private final Trigger.Kafka trigger;
    private final RecordReader reader;
    private final Arrivals arrivals;
    private final Thread loop;
    private volatile boolean closed;
    private volatile Consumer<byte[], byte[]> consumer;

    KafkaSource(
            KafkaProperties properties,
            String function,
            Trigger.Kafka trigger,
            RecordReader reader,
            Arrivals arrivals) {
        this.properties = properties;
        this.function = function;
        this.trigger = trigger;
        this.reader = reader;
        this.arrivals = arrivals;
        loop = Thread.ofPlatform()
                .daemon()
                .name("kafka-" + function + "-" + trigger.name())
                .start(this::run);
    }

    private Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.servers()),
                Map.entry(ConsumerConfig.GROUP_ID_CONFIG, trigger.group()),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH),
                Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH),
                Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH / 4),
                // A topic that comes later is found in seconds.
                Map.entry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000),
                // What a dead dispatcher read goes to another soon.
                Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000),
                Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000),
                Map.entry(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 10_000));
    }

    private void run() {
        while (!closed) {
            try (var joined =
                    new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = joined;
                joined.subscribe(List.of(trigger.topic()));
                while (!closed) {
                    take(joined, joined.poll(LOOK));
                }
            } catch (WakeupException | InterruptException e) {
                // Closing.
            } catch (RuntimeException e) {
                LOG.warn("Trigger {} of {} cannot read for now: {}", trigger.name(), function, e.toString());
                rest();
            }
        }
    }

    private void take(Consumer<byte[], byte[]> joined, ConsumerRecords<byte[], byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        List<Arrival> read = new ArrayList<>();
        records.forEach(record -> read.add(reader.read(record)));
        try {
            arrivals.take(function, trigger.name(), read);
        } catch (RuntimeException e) {
            LOG.warn("What {} reads for {} stays with Kafka for now: {}", trigger.name(), function, e.toString());
            records.partitions()
                    .forEach(partition -> joined.seek(
                            partition, records.records(partition).getFirst().offset()));
            rest();
            return;
        }
        joined.commitSync();
    }

    private void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        Consumer<byte[], byte[]> joined = consumer;
        if (joined != null) {
            joined.wakeup();
        }
        try {
            loop.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
