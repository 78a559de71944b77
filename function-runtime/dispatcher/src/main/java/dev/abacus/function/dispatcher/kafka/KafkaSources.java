package dev.abacus.function.dispatcher.kafka;

import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrivals;
import dev.abacus.function.dispatcher.trigger.Source;
import dev.abacus.function.dispatcher.trigger.SourceKind;
import dev.abacus.lane.obey.Tags;
import org.springframework.stereotype.Component;

/** Topics of Kafka. */
@Component
class KafkaSources implements SourceKind {

    private final KafkaProperties properties;
    private final Tags tags;
    private final Arrivals arrivals;

    KafkaSources(KafkaProperties properties, Tags tags, Arrivals arrivals) {
        this.properties = properties;
        this.tags = tags;
        this.arrivals = arrivals;
    }

    @Override
    public boolean serves(Trigger trigger) {
        return trigger instanceof Trigger.Kafka && properties.there();
    }

    @Override
    public Source open(String function, Trigger trigger) {
        var wanted = (Trigger.Kafka) trigger;
        return new KafkaSource(properties, function, wanted, new RecordReader(tags, wanted), arrivals);
    }
}
