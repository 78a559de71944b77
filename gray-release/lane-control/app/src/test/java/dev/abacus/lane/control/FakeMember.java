package dev.abacus.lane.control;

import dev.abacus.lane.LaneTag;
import dev.abacus.lane.membership.ConsumerGroup;
import dev.abacus.lane.membership.Heartbeat;
import dev.abacus.lane.membership.Holding;
import dev.abacus.lane.membership.Orders;
import dev.abacus.lane.membership.Orders.Adoption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.MessageSelector;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import tools.jackson.databind.json.JsonMapper;

/** A process that reports and does what it is told, with real consumers of the real broker. */
final class FakeMember implements Runnable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Adopted(long epoch, DefaultMQPushConsumer consumer) {}

    final String name;
    private final String service;
    private final LaneTag lane;
    private final String owner;
    private final Stage stage;
    private final ControlProcess control;
    private final Map<LaneTag, Adopted> adopted = new ConcurrentHashMap<>();
    private DefaultMQPushConsumer own;
    private Thread thread;
    private volatile boolean running = true;
    private volatile boolean leaving;
    private volatile boolean left;
    private volatile boolean deaf;
    private volatile long ruleVersion;

    FakeMember(String name, String service, String lane, String owner, Stage stage, ControlProcess control) {
        this.name = name + "-" + Integer.toHexString(System.identityHashCode(this));
        this.service = service;
        this.lane = lane == null ? null : LaneTag.parse(lane);
        this.owner = owner;
        this.stage = stage;
        this.control = control;
    }

    FakeMember start() throws MQClientException {
        own = lane == null
                ? consumer(stage.group, "lane IS NULL")
                : consumer(ConsumerGroup.onLane(stage.group, lane), "lane = '" + lane + "'");
        thread = Thread.ofVirtual().start(this);
        return this;
    }

    private DefaultMQPushConsumer consumer(String group, String filter) throws MQClientException {
        var consumer = new DefaultMQPushConsumer(group);
        consumer.setNamesrvAddr(Stage.nameServer());
        consumer.setInstanceName(name);
        consumer.setVipChannelEnabled(false);
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setConsumeThreadMin(1);
        consumer.setConsumeThreadMax(1);
        consumer.setPersistConsumerOffsetInterval(1_000);
        consumer.subscribe(stage.topic, MessageSelector.bySql(filter));
        consumer.registerMessageListener((MessageListenerOrderly) (messages, context) -> {
            messages.forEach(message -> stage.took(name, message.getKeys()));
            return ConsumeOrderlyStatus.SUCCESS;
        });
        consumer.start();
        return consumer;
    }

    @Override
    public void run() {
        while (running) {
            try {
                beat();
                Thread.sleep(300);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                // lane-control is away: go on as before
            }
        }
    }

    private void beat() throws Exception {
        var answer = control.as("member~lanes", "POST", "/internal/lanes/heartbeats", report(), Map.of());
        if (answer.status() == 404 && lane != null) {
            own.shutdown();
            running = false;
        }
        if (answer.status() == 200 && running) {
            obey(JSON.treeToValue(answer.body(), Orders.class));
        }
    }

    private Heartbeat report() {
        var holdings = new ArrayList<Holding>();
        if (lane != null) {
            holdings.add(new Holding(stage.group, lane, 0, queues(own)));
        }
        adopted.forEach((tag, adoption) ->
                holdings.add(new Holding(stage.group, tag, adoption.epoch(), queues(adoption.consumer()))));
        return new Heartbeat(
                name,
                service,
                null,
                lane,
                owner,
                ruleVersion,
                leaving,
                List.of(new ConsumerGroup(stage.group, Set.of(stage.topic))),
                holdings);
    }

    private Set<String> queues(DefaultMQPushConsumer consumer) {
        return consumer.getDefaultMQPushConsumerImpl().getRebalanceImpl().getProcessQueueTable().keySet().stream()
                .filter(queue -> queue.getTopic().equals(stage.topic))
                .map(queue -> queue.getTopic() + "/" + queue.getBrokerName() + "/" + queue.getQueueId())
                .collect(Collectors.toSet());
    }

    private void obey(Orders orders) throws MQClientException {
        if (!deaf) {
            ruleVersion = orders.ruleVersion();
        }
        Set<LaneTag> wanted = orders.adopt().stream()
                .filter(adoption -> adoption.group().equals(stage.group))
                .map(Adoption::lane)
                .collect(Collectors.toSet());
        for (LaneTag tag : List.copyOf(adopted.keySet())) {
            if (!wanted.contains(tag)) {
                adopted.remove(tag).consumer().shutdown();
            }
        }
        for (Adoption adoption : orders.adopt()) {
            if (adoption.group().equals(stage.group)) {
                Adopted before = adopted.get(adoption.lane());
                var consumer = before != null
                        ? before.consumer()
                        : consumer(
                                ConsumerGroup.onLane(stage.group, adoption.lane()), "lane = '" + adoption.lane() + "'");
                adopted.put(adoption.lane(), new Adopted(adoption.epoch(), consumer));
            }
        }
        if (leaving && orders.mayLeave()) {
            left = true;
            kill();
        }
    }

    /** It hears no rules any more, though it goes on reporting. */
    void isDeaf(boolean toRules) {
        deaf = toRules;
    }

    void leave() {
        leaving = true;
    }

    boolean hasLeft() {
        return left;
    }

    /** No more reports, no more connections. */
    void kill() {
        running = false;
        if (thread != null && thread != Thread.currentThread()) {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (own != null) {
            own.shutdown();
        }
        adopted.values().forEach(adoption -> adoption.consumer().shutdown());
        adopted.clear();
    }
}
