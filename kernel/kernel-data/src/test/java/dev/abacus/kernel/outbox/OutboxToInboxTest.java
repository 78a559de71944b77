package dev.abacus.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.abacus.kernel.inbox.DeadLetters;
import dev.abacus.kernel.tenancy.NoTenant;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.tenancy.TenantId;
import dev.abacus.kernel.testapp.KernelTest;
import dev.abacus.kernel.testapp.NoteReader;
import dev.abacus.kernel.testapp.NoteReader.Heard;
import dev.abacus.kernel.testapp.NoteTaken;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.lane.LaneContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxToInboxTest extends KernelTest {

    @Autowired
    Events events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    NoteReader reader;

    @Autowired
    DeadLetters dead;

    @Autowired
    Tracer tracer;

    @BeforeEach
    void forget() {
        reader.heard.clear();
    }

    private void publish(TenantId tenant, NoteTaken... notes) {
        TenantContext.run(
                tenant,
                () -> transaction.executeWithoutResult(status -> List.of(notes).forEach(events::publish)));
    }

    private List<String> heardBy(TenantId tenant) {
        return reader.heard.stream()
                .filter(h -> h.tenant() == tenant.value())
                .map(Heard::text)
                .toList();
    }

    @Test
    void an_event_is_consumed_in_its_tenant_once_it_is_committed() {
        publish(here, new NoteTaken("1", "here"));
        publish(there, new NoteTaken("1", "there"));
        await().untilAsserted(() -> {
            assertThat(heardBy(here)).containsExactly("here");
            assertThat(heardBy(there)).containsExactly("there");
        });
        assertThat(ledgerRows(0, here)).isEqualTo(1);
        assertThat(ledgerRows(1, there)).isEqualTo(1);
        assertThat(ledgerRows(1, here)).isZero();
    }

    @Test
    void an_event_of_a_transaction_that_rolls_back_was_never_there() {
        TenantContext.run(
                here,
                () -> transaction.executeWithoutResult(status -> {
                    events.publish(new NoteTaken("1", "unsaid"));
                    status.setRollbackOnly();
                }));
        publish(here, new NoteTaken("2", "said"));
        await().untilAsserted(() -> assertThat(heardBy(here)).containsExactly("said"));
    }

    @Test
    void events_of_one_aggregate_arrive_in_order() {
        List<String> texts = IntStream.range(0, 40).mapToObj(n -> "n" + n).toList();
        texts.forEach(text -> publish(here, new NoteTaken("7", text)));
        await().untilAsserted(() -> assertThat(heardBy(here)).hasSize(40));
        assertThat(heardBy(here)).containsExactlyElementsOf(texts);
    }

    @Test
    void a_slow_event_holds_up_its_own_queue_and_no_other() {
        var slow = reader.hold("slow");
        try {
            publish(here, new NoteTaken("0", "slow"));
            List<String> quick =
                    IntStream.rangeClosed(1, 20).mapToObj(n -> "quick" + n).toList();
            quick.forEach(text -> publish(here, new NoteTaken(text, text)));
            await().untilAsserted(() -> assertThat(heardBy(here)).hasSizeGreaterThan(5));
            assertThat(heardBy(here)).doesNotContain("slow");
        } finally {
            slow.countDown();
        }
        await().untilAsserted(() -> assertThat(heardBy(here)).hasSize(21));
    }

    @Test
    void a_failed_event_is_tried_again_and_its_later_siblings_wait_behind_it() {
        reader.failOn("second", 2);
        publish(here, new NoteTaken("1", "first"), new NoteTaken("1", "second"), new NoteTaken("1", "third"));
        await().untilAsserted(() -> assertThat(heardBy(here)).hasSize(3));
        assertThat(heardBy(here)).containsExactly("first", "second", "third");
        assertThat(ledgerRows(0, here))
                .as("a failed attempt's database work is rolled back")
                .isEqualTo(3);
    }

    @Test
    void an_event_that_always_fails_is_kept_as_a_dead_letter_and_stops_only_its_own_line() {
        reader.failOn("poison", 1_000);
        publish(here, new NoteTaken("1", "poison"), new NoteTaken("2", "other"));
        await().untilAsserted(() -> assertThat(letters(here)).hasSize(1));
        assertThat(heardBy(here)).containsExactly("other");
        assertThat(letters(here).getFirst().attempts()).isEqualTo(3);
        assertThat(letters(here).getFirst().error()).contains("told to fail on poison");
        assertThat(letters(there)).as("nobody else sees it").isEmpty();
    }

    @Test
    void a_dead_letter_that_is_replayed_has_its_effect_once_however_often_one_clicks() {
        reader.failOn("curable", 3);
        publish(here, new NoteTaken("1", "curable"));
        await().untilAsserted(() -> assertThat(letters(here)).hasSize(1));
        var letter = letters(here).getFirst();
        TenantContext.run(there, () -> assertThat(dead.replay(letter.consumer(), letter.event()))
                .as("another tenant cannot replay it")
                .isFalse());
        TenantContext.run(here, () -> {
            assertThat(dead.replay(letter.consumer(), letter.event())).isTrue();
            assertThat(dead.replay(letter.consumer(), letter.event())).isFalse();
        });
        await().untilAsserted(() -> assertThat(heardBy(here)).containsExactly("curable"));
        assertThat(ledgerRows(0, here)).isEqualTo(1);
    }

    @Test
    void request_id_trace_and_baggage_reach_the_consumer() {
        Span span = tracer.spanBuilder("test").startSpan();
        MDC.put("requestId", "request-0001");
        try (var scope = span.makeCurrent()) {
            publish(here, new NoteTaken("1", "traced"));
        } finally {
            MDC.remove("requestId");
            span.end();
        }
        await().untilAsserted(() -> assertThat(heardBy(here)).containsExactly("traced"));
        Heard heard = reader.heard.getFirst();
        assertThat(heard.requestId()).isEqualTo("request-0001");
        assertThat(heard.traceId()).isEqualTo(span.getSpanContext().getTraceId());
        assertThat(LaneContext.current()).isEmpty();
    }

    @Test
    void publishing_takes_a_transaction_and_a_tenant() {
        TenantContext.run(here, () -> assertThatIllegalStateException()
                .isThrownBy(() -> events.publish(new NoteTaken("1", "x"))));
        Assertions.assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> events.publish(new NoteTaken("1", "x"))))
                .isInstanceOf(NoTenant.class);
    }

    private List<DeadLetters.DeadLetter> letters(TenantId tenant) {
        return TenantContext.call(tenant, () -> dead.list(PageRequest.first()).items());
    }

    private static long ledgerRows(int shard, TenantId tenant) {
        return IntStream.range(0, 4)
                .mapToLong(part -> look(
                                SHARDS.get(shard),
                                "SELECT COUNT(*) FROM sample_ledger_" + part + " WHERE tenant_id = " + tenant)
                        .longValue())
                .sum();
    }
}
