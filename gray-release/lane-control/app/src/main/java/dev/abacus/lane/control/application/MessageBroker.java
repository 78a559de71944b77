package dev.abacus.lane.control.application;

import dev.abacus.lane.control.application.Books.DeadLetter;
import dev.abacus.lane.control.domain.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lane-control asks of the message broker. Every call goes over the network and throws when it is not there. */
public interface MessageBroker {

    /** Where each queue of {@code topic} ends now: the offset that its next message gets. Empty when it does not exist. */
    Map<QueueId, Long> ends(String topic);

    void createGroup(String group);

    void setOffsets(String group, Map<QueueId, Long> offsets);

    /** How far {@code group} has come with each of {@code queues}; absent where nothing is on record. */
    Map<QueueId, Long> committed(String group, Set<QueueId> queues);

    /** The client ids that are connected in {@code group}. */
    Set<String> clients(String group);

    /** With its offsets and the topics that the broker made for its retries and dead letters. */
    void deleteGroup(String group);

    /** Where what has to be tried again for {@code group} is put. */
    String retryTopic(String group);

    /** What was given up for {@code group}. */
    List<DeadLetter> deadLetters(String group);
}
