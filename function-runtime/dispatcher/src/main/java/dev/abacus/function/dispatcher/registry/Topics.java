package dev.abacus.function.dispatcher.registry;

import java.util.regex.Pattern;

/** What brokers take for the name of a topic, or of a group that reads one. */
public final class Topics {

    private static final Pattern ROCKETMQ = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern KAFKA = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private Topics() {}

    public static String rocketMq(String name) {
        return matching(ROCKETMQ, name, "letters, digits, underscores and hyphens, at most 100");
    }

    public static String kafka(String name) {
        return matching(KAFKA, name, "letters, digits, dots, underscores and hyphens, at most 200");
    }

    private static String matching(Pattern pattern, String name, String what) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" must be " + what);
        }
        return name;
    }
}
