package dev.abacus.lane.control.broker;

import dev.abacus.lane.LaneContext;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;

/** A message as it would have been without its lane: same id, type, tenant, headers and body. */
final class Untagged {

    /** Says for people what a message that was sent again had carried. */
    static final String WAS = "was_lane";

    private static final String BAGGAGE = "h_baggage";
    private static final Set<String> LANE_ENTRIES = Set.of(LaneContext.LANE_KEY, LaneContext.RULE_VERSION_KEY);

    private Untagged() {}

    static Message copy(MessageExt message) {
        var copy = new Message(message.getTopic(), message.getTags(), message.getKeys(), message.getBody());
        message.getProperties().forEach((name, value) -> {
            if (!MessageConst.STRING_HASH_SET.contains(name) && !name.equals(LaneContext.MESSAGE_PROPERTY)) {
                String kept = name.equals(BAGGAGE) ? withoutLane(value) : value;
                if (!kept.isEmpty()) {
                    copy.putUserProperty(name, kept);
                }
            }
        });
        copy.putUserProperty(WAS, message.getUserProperty(LaneContext.MESSAGE_PROPERTY));
        return copy;
    }

    /** As the kernel's relay chooses a queue: by tenant and aggregate; without them by the message's key. */
    static String order(MessageExt message) {
        String tenant = message.getUserProperty("tenant");
        String aggregate = message.getUserProperty("aggregate");
        return tenant == null || aggregate == null ? String.valueOf(message.getKeys()) : tenant + "/" + aggregate;
    }

    private static String withoutLane(String baggage) {
        return Arrays.stream(baggage.split(","))
                .filter(entry -> !LANE_ENTRIES.contains(entry.split("[=;]", 2)[0].strip()))
                .collect(Collectors.joining(","));
    }
}
