package dev.abacus.infra.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Starts Kafka, after formatting its storage at the very first start. */
public final class KafkaServer {

    /** Any fixed id will do for a cluster of one. */
    private static final String CLUSTER = "YWJhY3VzLWthZmthLTAwMQ";

    private KafkaServer() {}

    public static void main(String[] arguments) {
        String configuration = System.getProperty("abacus.kafka.configuration");
        Path data = Path.of(System.getProperty("abacus.kafka.data"));
        if (!Files.exists(data.resolve("meta.properties"))) {
            StorageTool.execute(new String[] {"format", "-t", CLUSTER, "-c", configuration}, System.out);
        }
        Kafka.main(new String[] {configuration});
    }
}
