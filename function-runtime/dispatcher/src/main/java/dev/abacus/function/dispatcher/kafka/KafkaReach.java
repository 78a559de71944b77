package dev.abacus.function.dispatcher.kafka;

import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.Reach;
import dev.abacus.function.dispatcher.registry.Trigger;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Without a Kafka that it knows of, this runtime serves none. */
@Component
class KafkaReach implements Reach {

    private final KafkaProperties properties;

    KafkaReach(KafkaProperties properties) {
        this.properties = properties;
    }

    @Override
    public Optional<String> refuses(Destination destination) {
        return destination instanceof Destination.Topic topic && topic.broker().equals("kafka") && !properties.there()
                ? Optional.of("the Kafka topic " + topic.topic() + " as a destination, but no Kafka is configured")
                : Optional.empty();
    }

    @Override
    public Optional<String> refuses(Trigger trigger) {
        return trigger instanceof Trigger.Kafka && !properties.there()
                ? Optional.of("the trigger " + trigger.name() + ", but no Kafka is configured")
                : Optional.empty();
    }
}
