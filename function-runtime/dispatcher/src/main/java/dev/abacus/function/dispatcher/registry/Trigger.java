package dev.abacus.function.dispatcher.registry;

import java.time.Duration;
import java.time.ZoneId;

/** What calls a function by itself. */
public sealed interface Trigger {

    /** Names the trigger within its function: position of its consumption, deduplication and metrics hang on it. */
    String name();

    /** One asynchronous invocation for each message of a topic, in order for each message key. */
    record RocketMq(String name, String topic, String group) implements Trigger {}

    record Kafka(String name, String topic, String group) implements Trigger {}

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
     */
    record Files(String name, String directory, String pattern, Duration quiet) implements Trigger {}
}
