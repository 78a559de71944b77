package dev.abacus.kernel.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.rocketmq.common.message.MessageQueue;

/** Events that go to one queue in one request, in their order. */
record Parcel(MessageQueue queue, List<Envelope> events) {

    /** RocketMQ takes 4 MiB in one request; characters may be three bytes each, and there are headers. */
    private static final int MOST_CHARACTERS = 512 * 1024;

    /** In the order of their first events; what is too large for one request goes in several, one after the other. */
    static List<Parcel> of(List<Envelope> events, Function<Envelope, MessageQueue> queue) {
        Map<MessageQueue, List<Envelope>> byQueue = new LinkedHashMap<>();
        events.forEach(event -> byQueue.computeIfAbsent(queue.apply(event), q -> new ArrayList<>())
                .add(event));
        List<Parcel> parcels = new ArrayList<>();
        byQueue.forEach((to, all) -> split(to, all, parcels));
        return parcels;
    }

    private static void split(MessageQueue queue, List<Envelope> events, List<Parcel> parcels) {
        List<Envelope> together = new ArrayList<>();
        int characters = 0;
        for (Envelope event : events) {
            int length = event.payload().length();
            if (!together.isEmpty() && characters + length > MOST_CHARACTERS) {
                parcels.add(new Parcel(queue, List.copyOf(together)));
                together.clear();
                characters = 0;
            }
            together.add(event);
            characters += length;
        }
        parcels.add(new Parcel(queue, List.copyOf(together)));
    }
}
