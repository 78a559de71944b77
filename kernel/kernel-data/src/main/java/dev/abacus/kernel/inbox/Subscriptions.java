package dev.abacus.kernel.inbox;

import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.BrokerProperties;
import dev.abacus.kernel.messaging.Subscription;
import dev.abacus.lane.LaneTag;
import java.util.function.BooleanSupplier;
import org.apache.rocketmq.client.exception.MQClientException;

/** Subscribes the service's consumers, for the baseline or for a lane. */
final class Subscriptions {

    private final BrokerProperties properties;
    private final Broker broker;
    private final Handlers handlers;
    private final Inbox inbox;
    private final Poison poison;
    private final String instance;

    /** @param member this process as lane-control knows it, who looks for it among the broker's connections */
    Subscriptions(
            String member, BrokerProperties properties, Broker broker, Handlers handlers, Inbox inbox, Poison poison) {
        this.instance = member;
        this.properties = properties;
        this.broker = broker;
        this.handlers = handlers;
        this.inbox = inbox;
        this.poison = poison;
    }

    /**
     * @param lane null for the baseline
     * @param permitted asked before each message
     */
    Subscription open(String consumer, LaneTag lane, BooleanSupplier permitted) throws MQClientException {
        handlers.topics(consumer).forEach(broker::ensureTopic);
        var subscription = new Subscription(
                properties,
                instance,
                new Subscription.Source(consumer, handlers.topics(consumer), lane),
                permitted,
                event -> inbox.receive(consumer, event),
                (message, reason) -> poison.keep(consumer, message, reason));
        subscription.start();
        return subscription;
    }
}
