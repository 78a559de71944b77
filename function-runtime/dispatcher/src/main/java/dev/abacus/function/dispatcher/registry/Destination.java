package dev.abacus.function.dispatcher.registry;

/** Where the result of an asynchronous invocation goes. */
public sealed interface Destination {

    /** Another function, one deeper, in the same tenant and lane. */
    record Function(String name) implements Destination {}

    /** @param broker {@code rocketmq} or {@code kafka} */
    record Topic(String broker, String topic) implements Destination {}

    /**
     * An address outside, told in the form of Standard Webhooks.
     *
     * @param secret the setting that holds the signing secret
     */
    record Webhook(String url, String secret) implements Destination {}
}
