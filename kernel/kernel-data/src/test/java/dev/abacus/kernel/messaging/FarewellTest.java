package dev.abacus.kernel.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.kernel.messaging.Subscription.Source;
import dev.abacus.kernel.testapp.KernelTest;
import dev.abacus.lane.LaneTag;
import java.time.Duration;
import java.util.Set;
import org.apache.rocketmq.client.ClientConfig;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.impl.MQClientManager;
import org.apache.rocketmq.client.impl.consumer.ProcessQueue;
import org.apache.rocketmq.client.impl.consumer.RebalanceImpl;
import org.apache.rocketmq.client.impl.factory.MQClientInstance;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.filter.ExpressionType;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.protocol.filter.FilterAPI;
import org.apache.rocketmq.remoting.protocol.heartbeat.ConsumeType;
import org.apache.rocketmq.remoting.protocol.heartbeat.ConsumerData;
import org.apache.rocketmq.remoting.protocol.heartbeat.HeartbeatData;
import org.apache.rocketmq.remoting.protocol.heartbeat.MessageModel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process that stays leaves one of its groups, as an adopter does. */
class FarewellTest extends KernelTest {

    private static final String TOPIC = "farewell";
    private static final LaneTag LANE = new LaneTag("farewell", 1);

    private static final Duration LONGER_THAN_A_REBALANCE = Duration.ofSeconds(5);

    /** It does after 120 s; never, where the member was first heard of together with a group that stays. */
    private static final Duration BEFORE_THE_BROKER_FORGETS = Duration.ofSeconds(100);

    @Autowired
    BrokerProperties properties;

    @Autowired
    Broker broker;

    @Test
    void who_has_left_is_no_member_though_a_heartbeat_from_before_is_heard_after() throws Exception {
        broker.ensureTopic(TOPIC);
        try (var baseline = subscription("stays", "baseline-of-farewell", null);
                var adopter = subscription("stays", "counting-of-farewell", LANE);
                var owner = subscription("comes", "counting-of-farewell", LANE)) {
            baseline.start();
            adopter.start();
            await().until(() -> adopter.queues().size() == properties.queues());
            owner.start();
            await().until(() -> owner.queues().size() == properties.queues() / 2);

            Farewell farewell = adopter.leave();
            heartbeatFromBefore();

            await().atMost(BEFORE_THE_BROKER_FORGETS)
                    .during(LONGER_THAN_A_REBALANCE)
                    .until(() -> owner.queues().size() == properties.queues());
            assertThat(adopter.queues()).isEmpty();
            farewell.end();
        }
    }

    @Test
    void what_a_rebalance_under_way_borrows_while_it_leaves_is_soon_lent_to_the_next() throws Exception {
        broker.ensureTopic(TOPIC);
        try (var baseline = subscription("stays", "baseline-of-loan", null);
                var adopter = subscription("stays", "counting-of-loan", LANE);
                var owner = subscription("comes", "counting-of-loan", LANE)) {
            baseline.start();
            adopter.start();
            await().until(() -> adopter.queues().size() == properties.queues());
            RebalanceImpl rebalance = rebalanceOf(adopter);
            MessageQueue borrowed = rebalance.getProcessQueueTable().keySet().stream()
                    .filter(queue -> queue.getTopic().equals(properties.topic(TOPIC)))
                    .findAny()
                    .orElseThrow();

            Farewell farewell = adopter.leave();
            rebalance.getProcessQueueTable().put(borrowed, new ProcessQueue());
            assertThat(rebalance.lock(borrowed)).isTrue();
            owner.start();

            await().atMost(BEFORE_THE_BROKER_FORGETS).until(() -> owner.queues().size() == properties.queues());
            farewell.end();
        }
    }

    private static RebalanceImpl rebalanceOf(Subscription subscription) throws ReflectiveOperationException {
        var consumer = Subscription.class.getDeclaredField("consumer");
        consumer.setAccessible(true);
        return ((DefaultMQPushConsumer) consumer.get(subscription))
                .getDefaultMQPushConsumerImpl()
                .getRebalanceImpl();
    }

    private Subscription subscription(String instance, String consumer, LaneTag lane) {
        return new Subscription(
                properties,
                instance,
                new Source(consumer, Set.of(TOPIC), lane),
                () -> true,
                event -> {},
                (message, reason) -> {});
    }

    private void heartbeatFromBefore() throws Exception {
        var config = new ClientConfig();
        config.setNamesrvAddr(properties.nameServer());
        config.setInstanceName("stays");
        MQClientInstance client = MQClientManager.getInstance().getOrCreateMQClientInstance(config);
        var source = new Source("counting-of-farewell", Set.of(TOPIC), LANE);
        var member = new ConsumerData();
        member.setGroupName(source.group(properties));
        member.setConsumeType(ConsumeType.CONSUME_PASSIVELY);
        member.setMessageModel(MessageModel.CLUSTERING);
        member.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        member.setSubscriptionDataSet(Set.of(
                FilterAPI.build(properties.topic(TOPIC), source.filter().getExpression(), ExpressionType.SQL92)));
        var heartbeat = new HeartbeatData();
        heartbeat.setClientID(client.getClientId());
        heartbeat.setConsumerDataSet(Set.of(member));
        client.getMQClientAPIImpl()
                .sendHeartbeat(client.findBrokerAddrByTopic(properties.topic(TOPIC)), heartbeat, 10_000);
    }
}
