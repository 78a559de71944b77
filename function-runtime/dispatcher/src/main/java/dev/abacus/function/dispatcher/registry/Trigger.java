package dev.abacus.function.dispatcher.registry;

import java.time.Duration;
import java.time.ZoneId;

/** What calls a function by itself. */
public sealed interface Trigger {

    /** Names the trigger within its function: position of its consumption, deduplication and metrics hang on it. */
    String name();

    /**
     * One asynchronous invocation for each message of a topic of the suite's broker, in the message's tenant and on its lane.
     *
     * @param ordered whether messages of one key run one after the other
     */
    record RocketMq(String name, String topic, boolean ordered) implements Trigger {}

    /**
     * One asynchronous invocation for each record.
     *
     * @param group of consumers, which shares the topic among dispatchers
     * @param ordered whether records of one key run one after the other
     * @param tenant whose records they are; null for the platform's own
     * @param trusted whether records say themselves whose they are and on which lane: where only the suite writes
     */
    record Kafka(String name, String topic, String group, boolean ordered, String tenant, boolean trusted)
            implements Trigger {

        public Kafka {
            if (trusted && tenant != null) {
                throw new IllegalArgumentException(
                        "takes either trusted or a tenant: records that say theirs say it all");
            }
        }
    }

    /**
     * @param cron six fields, from seconds to days of the week
     * @param data the data of the event, JSON; null for none
     */
    record Timer(String name, String cron, ZoneId zone, String data) implements Trigger {}

    /**
     * A file that has arrived whole: it has not grown for a while.
     *
     * @param directory below the runtime's directory of arrivals
     * @param pattern a glob of names
     * @param quiet how long it must not have grown
     * @param tenant whose files they are; null for the platform's own
     */
    record Files(String name, String directory, String pattern, Duration quiet, String tenant) implements Trigger {}
}
