package dev.abacus.lane.control.broker;

import static dev.abacus.lane.control.broker.RocketMqConnection.TIMEOUT;

import dev.abacus.lane.control.application.Books.DeadLetter;
import dev.abacus.lane.control.application.MessageBroker;
import dev.abacus.lane.control.domain.QueueId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.rocketmq.client.consumer.DefaultMQPullConsumer;
import org.apache.rocketmq.client.consumer.PullResult;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.exception.OffsetNotFoundException;
import org.apache.rocketmq.common.MixAll;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.apache.rocketmq.remoting.protocol.ResponseCode;
import org.apache.rocketmq.remoting.protocol.header.QueryConsumerOffsetRequestHeader;
import org.apache.rocketmq.remoting.protocol.header.UpdateConsumerOffsetRequestHeader;
import org.apache.rocketmq.remoting.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.protocol.route.QueueData;
import org.apache.rocketmq.remoting.protocol.route.TopicRouteData;
import org.apache.rocketmq.remoting.protocol.subscription.SubscriptionGroupConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Groups and offsets by the requests that RocketMQ's client has for them. */
@Component
class RocketMqBroker implements MessageBroker {

    private static final Logger log = LoggerFactory.getLogger(RocketMqBroker.class);

    private final RocketMqConnection connection;
    private final BrokerProperties properties;

    RocketMqBroker(RocketMqConnection connection, BrokerProperties properties) {
        this.connection = connection;
        this.properties = properties;
    }

    /** The broker said no, or did not say anything. */
    static final class BrokerAway extends RuntimeException {
        BrokerAway(String what, Throwable cause) {
            super(what + ": " + cause.getMessage(), cause);
        }
    }

    private interface Request<T> {
        T send() throws Exception;
    }

    private static <T> T ask(String what, Request<T> request) {
        try {
            return request.send();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAway(what, e);
        } catch (Exception e) {
            throw new BrokerAway(what, e);
        }
    }

    @Override
    public Map<QueueId, Long> ends(String topic) {
        return ask("the ends of " + topic, () -> {
            Map<QueueId, Long> ends = new HashMap<>();
            Optional<TopicRouteData> route = route(topic);
            if (route.isPresent()) {
                for (QueueData data : route.get().getQueueDatas()) {
                    String address = master(route.get(), data.getBrokerName());
                    int queues = Math.max(data.getReadQueueNums(), data.getWriteQueueNums());
                    for (int queue = 0; queue < queues; queue++) {
                        var place = new MessageQueue(topic, data.getBrokerName(), queue);
                        ends.put(
                                new QueueId(topic, data.getBrokerName(), queue),
                                connection.api().getMaxOffset(address, place, TIMEOUT));
                    }
                }
            }
            return ends;
        });
    }

    private Optional<TopicRouteData> route(String topic)
            throws MQClientException, RemotingException, InterruptedException {
        try {
            return Optional.ofNullable(connection.api().getTopicRouteInfoFromNameServer(topic, TIMEOUT));
        } catch (MQClientException e) {
            if (e.getResponseCode() == ResponseCode.TOPIC_NOT_EXIST) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String master(TopicRouteData route, String broker) {
        return route.getBrokerDatas().stream()
                .filter(data -> data.getBrokerName().equals(broker))
                .map(data -> data.getBrokerAddrs().get(MixAll.MASTER_ID))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("broker " + broker + " has no master"));
    }

    private Map<String, String> mastersByName() throws Exception {
        Map<String, String> masters = new HashMap<>();
        for (BrokerData data : connection
                .api()
                .getBrokerClusterInfo(TIMEOUT)
                .getBrokerAddrTable()
                .values()) {
            masters.put(data.getBrokerName(), data.getBrokerAddrs().get(MixAll.MASTER_ID));
        }
        return masters;
    }

    @Override
    public void createGroup(String group) {
        ask("making " + group, () -> {
            var config = new SubscriptionGroupConfig();
            config.setGroupName(group);
            config.setConsumeBroadcastEnable(false);
            for (String master : connection.masters()) {
                connection.api().createSubscriptionGroup(master, config, TIMEOUT);
            }
            return null;
        });
    }

    @Override
    public void setOffsets(String group, Map<QueueId, Long> offsets) {
        ask("setting offsets of " + group, () -> {
            Map<String, String> masters = mastersByName();
            for (Map.Entry<QueueId, Long> entry : offsets.entrySet()) {
                QueueId queue = entry.getKey();
                var header = new UpdateConsumerOffsetRequestHeader();
                header.setConsumerGroup(group);
                header.setTopic(queue.topic());
                header.setQueueId(queue.number());
                header.setCommitOffset(entry.getValue());
                connection.api().updateConsumerOffset(masters.get(queue.broker()), header, TIMEOUT);
            }
            return null;
        });
    }

    @Override
    public Map<QueueId, Long> committed(String group, Set<QueueId> queues) {
        return ask("the offsets of " + group, () -> {
            Map<String, String> masters = mastersByName();
            Map<QueueId, Long> committed = new HashMap<>();
            for (QueueId queue : queues) {
                var header = new QueryConsumerOffsetRequestHeader();
                header.setConsumerGroup(group);
                header.setTopic(queue.topic());
                header.setQueueId(queue.number());
                header.setSetZeroIfNotFound(false);
                try {
                    committed.put(
                            queue, connection.api().queryConsumerOffset(masters.get(queue.broker()), header, TIMEOUT));
                } catch (OffsetNotFoundException e) {
                    // never committed: absent
                }
            }
            return committed;
        });
    }

    @Override
    public Set<String> clients(String group) {
        return ask("the clients of " + group, () -> {
            var clients = new HashSet<String>();
            for (String master : connection.masters()) {
                try {
                    connection
                            .api()
                            .getConsumerConnectionList(master, group, TIMEOUT)
                            .getConnectionSet()
                            .forEach(client -> clients.add(client.getClientId()));
                } catch (MQBrokerException e) {
                    if (e.getResponseCode() != ResponseCode.CONSUMER_NOT_ONLINE) {
                        throw e;
                    }
                }
            }
            return clients;
        });
    }

    @Override
    public void deleteGroup(String group) {
        ask("deleting " + group, () -> {
            for (String master : connection.masters()) {
                connection.api().deleteSubscriptionGroup(master, group, true, TIMEOUT);
            }
            tidyAway(retryTopic(group));
            tidyAway(MixAll.getDLQTopic(group));
            return null;
        });
    }

    /** A broker without a timer wheel answers with an error when it has deleted a topic; an empty one may stay as well. */
    private void tidyAway(String topic) throws InterruptedException {
        try {
            deleteTopic(topic);
        } catch (MQClientException | RemotingException e) {
            log.debug("topic {} may be left over: {}", topic, e.toString());
        }
    }

    private void deleteTopic(String topic) throws MQClientException, RemotingException, InterruptedException {
        Optional<TopicRouteData> route = route(topic);
        if (route.isPresent()) {
            for (BrokerData broker : route.get().getBrokerDatas()) {
                connection.api().deleteTopicInBroker(broker.getBrokerAddrs().get(MixAll.MASTER_ID), topic, TIMEOUT);
            }
            for (String server : properties.nameServer().split(";")) {
                connection.api().deleteTopicInNameServer(server, topic, TIMEOUT);
            }
        }
    }

    @Override
    public String retryTopic(String group) {
        return MixAll.getRetryTopic(group);
    }

    @Override
    public List<DeadLetter> deadLetters(String group) {
        Map<QueueId, Long> ends = ends(MixAll.getDLQTopic(group));
        if (ends.values().stream().allMatch(end -> end == 0)) {
            return List.of();
        }
        return ask("the dead letters of " + group, () -> {
            var letters = new ArrayList<DeadLetter>();
            var reader = new DefaultMQPullConsumer(properties.own("lane-control-reader"));
            reader.setNamesrvAddr(properties.nameServer());
            reader.setInstanceName("reader@" + ProcessHandle.current().pid());
            reader.setVipChannelEnabled(false);
            reader.start();
            try {
                for (Map.Entry<QueueId, Long> end : ends.entrySet()) {
                    read(reader, end.getKey(), end.getValue(), letters);
                }
            } finally {
                reader.shutdown();
            }
            return letters;
        });
    }

    private static void read(DefaultMQPullConsumer reader, QueueId queue, long end, List<DeadLetter> letters)
            throws Exception {
        var place = new MessageQueue(queue.topic(), queue.broker(), queue.number());
        long next = reader.minOffset(place);
        while (next < end) {
            PullResult result = reader.pull(place, "*", next, 32);
            if (result.getMsgFoundList() != null) {
                result.getMsgFoundList()
                        .forEach(message -> letters.add(new DeadLetter(
                                message.getMsgId(), Map.copyOf(message.getProperties()), message.getBody())));
            }
            if (result.getNextBeginOffset() <= next) {
                throw new IllegalStateException(queue + " cannot be read from " + next);
            }
            next = result.getNextBeginOffset();
        }
    }
}
