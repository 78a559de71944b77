package dev.abacus.function.dispatcher.registry;

import java.net.URI;
import java.util.List;

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
    record Webhook(String url, String secret) implements Destination {

        private static final int LONGEST = 2_000;

        /** @throws IllegalArgumentException when the text is no address that can be posted to */
        public static String address(String text) {
            URI address = URI.create(text);
            if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    || address.getHost() == null
                    || address.getRawUserInfo() != null
                    || text.length() > LONGEST) {
                throw new IllegalArgumentException("\"" + text + "\" is no address of the web");
            }
            return text;
        }
    }

    /**
     * Wherever the answer itself says: in its extension attribute of this name, as {@link #read} understands it. An answer without
     * it goes nowhere.
     */
    record Answered(String extension) implements Destination {}

    /**
     * {@code function:NAME}, {@code topic:NAME}, {@code kafka:NAME} or {@code webhook:SECRET@ADDRESS}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Destination read(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (text.substring(0, Math.max(0, colon))) {
            case "function" -> new Function(rest);
            case "topic" -> new Topic("rocketmq", Topics.rocketMq(rest));
            case "kafka" -> new Topic("kafka", Topics.kafka(rest));
            case "webhook" -> {
                int at = rest.indexOf('@');
                yield new Webhook(Webhook.address(rest.substring(at + 1)), rest.substring(0, Math.max(0, at)));
            }
            default -> throw new IllegalArgumentException("\"" + text + "\" is no destination");
        };
    }
}
