package dev.abacus.function.dispatcher.rocketmq;

import dev.abacus.function.dispatcher.registry.Trigger;
import dev.abacus.function.dispatcher.trigger.Arrivals;
import dev.abacus.function.dispatcher.trigger.Source;
import dev.abacus.function.dispatcher.trigger.SourceKind;
import dev.abacus.lane.obey.Self;
import dev.abacus.lane.obey.Tags;
import org.springframework.stereotype.Component;

/** Topics of the suite's broker. */
@Component
class RocketMqSources implements SourceKind {

    private final RocketMqProperties properties;
    private final RocketMqProducer producer;
    private final Tags tags;
    private final Self self;
    private final Arrivals arrivals;

    RocketMqSources(RocketMqProperties properties, RocketMqProducer producer, Tags tags, Self self, Arrivals arrivals) {
        this.properties = properties;
        this.producer = producer;
        this.tags = tags;
        this.self = self;
        this.arrivals = arrivals;
    }

    @Override
    public boolean serves(Trigger trigger) {
        return trigger instanceof Trigger.RocketMq;
    }

    @Override
    public Source open(String function, Trigger trigger) {
        var wanted = (Trigger.RocketMq) trigger;
        return new RocketMqSource(
                properties,
                producer,
                self.member(),
                function,
                wanted,
                new MessageReader(tags, wanted.ordered()),
                arrivals);
    }
}
