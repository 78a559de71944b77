package dev.abacus.kernel.testapp;

import dev.abacus.kernel.inbox.Consumes;
import dev.abacus.kernel.telemetry.RequestId;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.lane.LaneContext;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes each note that it hears of into the database, so that an effect can be counted; can be told to fail. */
@Component
public class NoteReader {

    public record Heard(long tenant, String note, String text, String requestId, String traceId, String lane) {}

    public final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    NoteReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next {@code times} attempts at {@code text} fail after their database work. */
    public void failOn(String text, int times) {
        failures.put(text, new AtomicInteger(times));
    }

    /** Whoever comes to {@code text} stays with it until the latch is open. */
    public CountDownLatch hold(String text) {
        return held.computeIfAbsent(text, key -> new CountDownLatch(1));
    }

    @Consumes(consumer = "sample.note-reader")
    void on(NoteTaken event) throws InterruptedException {
        long tenant = TenantContext.require().value();
        jdbc.sql("INSERT INTO sample_ledger (tenant_id, id, amount) VALUES (?, ?, 1)")
                .params(tenant, System.nanoTime())
                .update();
        CountDownLatch latch = held.get(event.text());
        if (latch != null) {
            latch.await();
        }
        AtomicInteger left = failures.get(event.text());
        if (left != null && left.getAndDecrement() > 0) {
            throw new IllegalStateException("told to fail on " + event.text());
        }
        heard.add(new Heard(
                tenant,
                event.note(),
                event.text(),
                RequestId.current().orElse(null),
                Span.current().getSpanContext().getTraceId(),
                LaneContext.current().map(Object::toString).orElse(null)));
    }
}
