package dev.abacus.lane.control.domain;

/** One queue of a topic on one broker; written {@code topic/broker/number}. */
public record QueueId(String topic, String broker, int number) {

    @Override
    public String toString() {
        return topic + "/" + broker + "/" + number;
    }
}
