package dev.abacus.function.dispatcher.invocation;

/**
 * What is owed to a destination outside the runtime.
 *
 * @param kind {@code rocketmq}, {@code kafka} or {@code webhook}
 * @param target the topic or the address
 * @param secret the setting that holds the signing secret; null for none
 * @param orderingKey as the invocation's; null for none
 * @param event encoded
 */
public record Delivery(
        long id,
        long invocation,
        String function,
        int version,
        String tenant,
        String lane,
        String kind,
        String target,
        String secret,
        String orderingKey,
        byte[] event) {}
