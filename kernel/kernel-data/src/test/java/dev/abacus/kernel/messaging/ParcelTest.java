package dev.abacus.kernel.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.kernel.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.rocketmq.client.producer.selector.SelectMessageQueueByHash;
import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.Test;

class ParcelTest {

    private static final List<MessageQueue> FOUR = IntStream.range(0, 4)
            .mapToObj(i -> new MessageQueue("trade", "broker", i))
            .toList();

    private final TopicQueues queues = TopicQueues.readNow(FOUR);

    @Test
    void events_of_one_queue_travel_together_in_their_order() {
        List<Envelope> events = IntStream.range(0, 100)
                .mapToObj(i -> event(i, "order-" + i % 10, "{}"))
                .toList();

        List<Parcel> parcels = Parcel.of(events, queues::of);

        assertThat(parcels).hasSizeBetween(2, 4).allSatisfy(parcel -> assertThat(parcel.events())
                .isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()))
                .allMatch(event -> queues.of(event).equals(parcel.queue())));
        assertThat(parcels.stream().flatMap(parcel -> parcel.events().stream()))
                .containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void what_is_too_large_for_one_request_goes_in_several() {
        String large = "x".repeat(300_000);
        List<Envelope> events =
                IntStream.range(0, 5).mapToObj(i -> event(i, "order-1", large)).toList();

        assertThat(Parcel.of(events, queues::of))
                .extracting(parcel -> parcel.events().stream().map(Envelope::id).toList())
                .containsExactly(List.of(0L), List.of(1L), List.of(2L), List.of(3L), List.of(4L));
    }

    @Test
    void an_event_larger_than_a_parcel_goes_alone() {
        List<Envelope> events =
                List.of(event(1, "order-1", "{}"), event(2, "order-1", "x".repeat(900_000)), event(3, "order-1", "{}"));

        assertThat(Parcel.of(events, queues::of))
                .extracting(parcel -> parcel.events().size())
                .containsExactly(1, 1, 1);
    }

    @Test
    void an_aggregate_has_the_queue_that_rocketmq_itself_would_choose() {
        var theirs = new SelectMessageQueueByHash();
        for (int i = 0; i < 1_000; i++) {
            Envelope event = event(i, "order-" + i, "{}");
            assertThat(queues.of(event)).isEqualTo(theirs.select(FOUR, null, event.tenant() + "/" + event.aggregate()));
        }
    }

    private static Envelope event(long id, String aggregate, String payload) {
        return new Envelope(id, new TenantId(7), aggregate, "trade.order-placed.v1", payload, Map.of());
    }
}
