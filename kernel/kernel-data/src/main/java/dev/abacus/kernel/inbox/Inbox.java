package dev.abacus.kernel.inbox;

import dev.abacus.kernel.inbox.InboxStore.State;
import dev.abacus.kernel.messaging.Envelope;
import dev.abacus.kernel.messaging.Headers;
import dev.abacus.kernel.sharding.TenantPlacements;
import dev.abacus.kernel.telemetry.RequestId;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.lane.LaneContext;
import dev.abacus.lane.obey.Tags;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes events: the first time an event arrives its effect and its inbox row are committed together, and never again
 * after that. A failed event is kept in the database with its later siblings behind it, so one poisoned aggregate stops
 * neither the queue nor the other aggregates.
 */
final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final InboxStore store;
    private final Handlers handlers;
    private final TenantPlacements placements;
    private final Poison poison;
    private final TransactionTemplate transaction;
    private final RetryPolicy retries;
    private final Headers headers;
    private final Tags tags;
    private final Tracer tracer;
    private final JsonMapper json;

    Inbox(
            InboxStore store,
            Handlers handlers,
            TenantPlacements placements,
            Poison poison,
            TransactionTemplate transaction,
            RetryPolicy retries,
            Headers headers,
            Tags tags,
            Tracer tracer,
            JsonMapper json) {
        this.store = store;
        this.handlers = handlers;
        this.placements = placements;
        this.poison = poison;
        this.transaction = transaction;
        this.retries = retries;
        this.headers = headers;
        this.tags = tags;
        this.tracer = tracer;
        this.json = json;
    }

    /**
     * Takes an event from the broker. Returns when it is handled or safely kept; throws only when not even keeping it was
     * possible, and then the broker brings it again.
     */
    void receive(String consumer, Envelope event) {
        Handler handler = handlers.find(consumer, event.type()).orElse(null);
        if (handler == null) {
            return;
        }
        if (placements.find(event.tenant()).isEmpty()) {
            poison.keep(consumer, event, "tenant " + event.tenant() + " has no data here");
            return;
        }
        inContext(consumer, event, () -> {
            first(consumer, event, handler);
            return true;
        });
    }

    private void first(String consumer, Envelope event, Handler handler) {
        try {
            transaction.executeWithoutResult(status -> {
                if (store.hasWaiting(consumer, event.aggregate())) {
                    store.keep(consumer, event, State.WAITING, 0, store.now(), "behind an earlier event");
                } else if (store.claim(consumer, event)) {
                    handler.handle(payload(handler, event));
                }
            });
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
            // The database, not the event: leave it with the broker.
            throw e;
        } catch (RuntimeException e) {
            boolean hopeless = e instanceof Hopeless || retries.exhausted(1);
            transaction.executeWithoutResult(status -> store.keep(
                    consumer,
                    event,
                    hopeless ? State.DEAD : State.WAITING,
                    1,
                    hopeless ? null : store.now().plus(retries.pause(1)),
                    e.toString()));
            report(consumer, event, hopeless, 1, e);
        }
    }

    /** Tries a kept event again; answers whether it is done. */
    boolean retry(String consumer, Envelope event, int failures) {
        return inContext(consumer, event, () -> {
            try {
                Handler handler = handlers.find(consumer, event.type())
                        .orElseThrow(() -> new Hopeless("nothing consumes " + event.type() + " any more"));
                transaction.executeWithoutResult(status -> {
                    if (store.finish(consumer, event.id())) {
                        handler.handle(payload(handler, event));
                    }
                });
                return true;
            } catch (RuntimeException e) {
                int all = failures + 1;
                boolean hopeless = e instanceof Hopeless || retries.exhausted(all);
                transaction.executeWithoutResult(status -> store.failed(
                        consumer,
                        event.id(),
                        hopeless ? State.DEAD : State.WAITING,
                        hopeless ? null : store.now().plus(retries.pause(all)),
                        e.toString()));
                report(consumer, event, hopeless, all, e);
                return false;
            }
        });
    }

    private Object payload(Handler handler, Envelope event) {
        try {
            JsonNode tree = json.readTree(event.payload());
            JsonNode named = tree.get("tenantId");
            if (named != null && !named.asString("").equals(event.tenant().toString())) {
                throw new Hopeless("the payload names tenant " + named + ", the envelope " + event.tenant());
            }
            return handler.read(event.payload(), json);
        } catch (JacksonException e) {
            throw new Hopeless("the payload is not a " + event.type() + ": " + e.getOriginalMessage());
        }
    }

    private boolean inContext(String consumer, Envelope event, BooleanSupplier work) {
        Context origin = tags.living(headers.restore(event.headers()));
        String lane = LaneContext.in(origin).map(Object::toString).orElse("baseline");
        var span = tracer.spanBuilder("consume " + event.type())
                .setParent(origin)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "rocketmq")
                .setAttribute("messaging.destination.name", event.topic())
                .setAttribute("messaging.message.id", event.id())
                .setAttribute("messaging.consumer.group.name", consumer)
                .setAttribute("abacus.tenant", event.tenant().value())
                .setAttribute("abacus.lane", lane)
                .startSpan();
        String requestId = event.headers().get(RequestId.HEADER);
        try (var scope = origin.with(span).makeCurrent();
                var logged = MDC.putCloseable("lane", lane)) {
            if (requestId != null) {
                MDC.put(RequestId.LOG_KEY, requestId);
                span.setAttribute("abacus.request_id", requestId);
            }
            return TenantContext.call(event.tenant(), work::getAsBoolean);
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.toString());
            throw e;
        } finally {
            MDC.remove(RequestId.LOG_KEY);
            span.end();
        }
    }

    private static void report(String consumer, Envelope event, boolean dead, int failures, RuntimeException e) {
        if (dead) {
            log.error("{} gives up event {} ({}) after {} attempts", consumer, event.id(), event.type(), failures, e);
        } else {
            log.warn(
                    "{} failed on event {} ({}), attempt {}: {}",
                    consumer,
                    event.id(),
                    event.type(),
                    failures,
                    e.toString());
        }
    }

    /** No further attempt can succeed. */
    private static final class Hopeless extends RuntimeException {
        Hopeless(String reason) {
            super(reason);
        }
    }
}
