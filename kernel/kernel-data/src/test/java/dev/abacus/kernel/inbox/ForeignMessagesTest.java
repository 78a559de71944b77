package dev.abacus.kernel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.abacus.kernel.messaging.Broker;
import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import dev.abacus.kernel.testapp.NoteReader;
import dev.abacus.kernel.web.PageRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages that did not come out of an outbox of ours: whatever the broker brings, nothing crosses a tenant (A8). */
class ForeignMessagesTest extends KernelTest {

    private static final AtomicLong EVENTS = new AtomicLong(System.nanoTime());
    private static final String TYPE = "sample.note-taken.v1";

    @Autowired
    Broker broker;

    @Autowired
    NoteReader reader;

    @Autowired
    DeadLetters dead;

    private long send(TenantId tenant, String payload) {
        long id = EVENTS.incrementAndGet();
        broker.send(new Envelope(id, tenant, "note-1", TYPE, payload, Map.of()));
        return id;
    }

    private boolean isDead(TenantId tenant, long event, String because) {
        return TenantContext.call(tenant, () -> dead.list(PageRequest.first()).items().stream()
                .anyMatch(letter -> letter.event() == event && letter.error().contains(because)));
    }

    private boolean heard(String text) {
        return reader.heard.stream().anyMatch(h -> h.text().equals(text));
    }

    @Test
    void a_payload_that_names_another_tenant_than_its_envelope_is_a_dead_letter_without_effect() {
        long crossed = send(here, "{\"tenantId\":\"" + there + "\",\"note\":\"1\",\"text\":\"crossed\"}");
        send(here, "{\"tenantId\":\"" + here + "\",\"note\":\"1\",\"text\":\"straight-" + here + "\"}");
        await().until(() -> heard("straight-" + here));
        assertThat(isDead(here, crossed, "names tenant")).isTrue();
        assertThat(heard("crossed")).isFalse();
    }

    @Test
    void a_payload_that_is_not_the_event_is_a_dead_letter_at_once() {
        long garbage = send(here, "{not json");
        await().until(() -> isDead(here, garbage, "not a " + TYPE));
    }

    @Test
    void an_event_of_a_tenant_that_is_unknown_here_is_kept_aside() {
        TenantId stranger = new TenantId(888_888);
        long event = send(stranger, "{\"note\":\"1\",\"text\":\"strange\"}");
        String kept = "SELECT COUNT(*) FROM sample_poison WHERE message_id = '" + event + "'";
        await().until(() -> look(SHARDS.getFirst(), kept).intValueExact() == 1);
        assertThat(heard("strange")).isFalse();
    }

    @Test
    void the_same_event_brought_twice_has_one_effect() {
        long id = EVENTS.incrementAndGet();
        String text = "once-" + id;
        var event = new Envelope(id, here, "note-2", TYPE, "{\"note\":\"2\",\"text\":\"" + text + "\"}", Map.of());
        broker.send(event);
        broker.send(event);
        send(here, "{\"note\":\"2\",\"text\":\"after-" + id + "\"}");
        broker.send(new Envelope(
                EVENTS.incrementAndGet(),
                here,
                "note-2",
                TYPE,
                "{\"note\":\"2\",\"text\":\"last-" + id + "\"}",
                Map.of()));
        await().until(() -> heard("last-" + id));
        assertThat(reader.heard.stream().filter(h -> h.text().equals(text))).hasSize(1);
    }
}
