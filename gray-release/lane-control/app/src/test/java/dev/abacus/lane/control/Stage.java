package dev.abacus.lane.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.common.message.Message;

/** A topic with a group that reads it, what was sent to it, and who took what. */
final class Stage implements AutoCloseable {

    final String topic;
    final String group;
    /** Which members handled a message, by the message's key. */
    final Map<String, List<String>> taken = new ConcurrentHashMap<>();

    private final DefaultMQProducer producer;
    private final List<FakeMember> members = new ArrayList<>();
    private int sent;

    Stage(String name) throws Exception {
        topic = System.getProperty("abacus.mq.namespace") + "-" + name;
        group = topic + "-stock";
        producer = new DefaultMQProducer(topic + "-sender");
        producer.setNamesrvAddr(nameServer());
        producer.setInstanceName(topic + "-sender");
        producer.setVipChannelEnabled(false);
        producer.start();
        producer.createTopic("TBW102", topic, 4, Map.of());
    }

    static String nameServer() {
        return System.getProperty("abacus.mq.name-server");
    }

    FakeMember member(String name, String service, String lane, ControlProcess control) {
        var member = new FakeMember(name, service, lane, null, this, control);
        members.add(member);
        return member;
    }

    /** @param lane the tag; null for none */
    List<String> send(int count, String lane) throws Exception {
        var keys = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String key = "m" + sent++;
            var message = new Message(topic, "inventory.noted.v1", key, key.getBytes());
            message.putUserProperty("tenant", "7");
            message.putUserProperty("aggregate", "note-" + i);
            if (lane != null) {
                message.putUserProperty("lane", lane);
                message.putUserProperty("h_baggage", "abacus.lane=" + lane + ",abacus.rv=3,colour=red");
            }
            producer.send(message);
            keys.add(key);
        }
        return keys;
    }

    void took(String member, String key) {
        taken.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(member);
    }

    boolean allTaken(Collection<String> keys) {
        return taken.keySet().containsAll(keys);
    }

    @Override
    public void close() {
        members.forEach(FakeMember::kill);
        producer.shutdown();
    }
}
