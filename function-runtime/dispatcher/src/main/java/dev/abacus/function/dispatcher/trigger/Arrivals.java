package dev.abacus.function.dispatcher.trigger;

import dev.abacus.function.dispatcher.invocation.Acceptance;
import dev.abacus.function.dispatcher.invocation.Accepted;
import dev.abacus.function.dispatcher.invocation.EventKeys;
import dev.abacus.function.dispatcher.invocation.InvocationState;
import dev.abacus.function.dispatcher.invocation.Queue;
import dev.abacus.function.dispatcher.invocation.UnreadableEvent;
import dev.abacus.function.dispatcher.invocation.UnreadableEvents;
import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations;
import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations.Wish;
import dev.abacus.function.dispatcher.trigger.Arrival.Event;
import dev.abacus.function.dispatcher.trigger.Arrival.Unreadable;
import dev.abacus.function.wire.Events;
import dev.abacus.kernel.domain.Ids;
import io.cloudevents.CloudEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes over what sources read, so that they can forget it: an event becomes an invocation, once, however often and on however
 * many dispatchers it is read; what is no event becomes a dead letter, which stops nothing behind it.
 */
@Component
public class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int LONGEST_KEY = 128;

    private final AcceptingInvocations accepting;
    private final UnreadableEvents unreadables;
    private final Queue queue;
    private final Ids ids;
    private final Clock clock;
    private final MeterRegistry meters;

    Arrivals(
            AcceptingInvocations accepting,
            UnreadableEvents unreadables,
            Queue queue,
            Ids ids,
            Clock clock,
            MeterRegistry meters) {
        this.accepting = accepting;
        this.unreadables = unreadables;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Returns when all of it is committed, in this order.
     *
     * @throws RuntimeException when it is not; then it has to be brought again
     */
    public void take(String function, String trigger, List<? extends Arrival> arrivals) {
        List<Wish> wishes = new ArrayList<>();
        List<UnreadableEvent> unreadable = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            switch (judged(arrival)) {
                case Event event -> wishes.add(wish(function, event));
                case Unreadable poison -> unreadable.add(kept(function, trigger, poison));
            }
        }
        if (!unreadable.isEmpty()) {
            unreadables.keep(unreadable);
            count(function, trigger, "unreadable", unreadable.size());
        }
        if (!wishes.isEmpty()) {
            List<Accepted> accepted = accepting.acceptAll(wishes);
            long repeated = accepted.stream().filter(Accepted::repeated).count();
            count(function, trigger, "repeated", repeated);
            count(function, trigger, "accepted", accepted.size() - repeated);
        }
    }

    /** What became of an event that was taken over; empty when it was not, or so long ago that nobody knows. */
    public Optional<InvocationState> outcome(String function, String tenant, String source, String id) {
        return queue.find(function, tenant, EventKeys.deduplication(source, id));
    }

    private void count(String function, String trigger, String outcome, double amount) {
        meters.counter("function.trigger.events", "function", function, "trigger", trigger, "outcome", outcome)
                .increment(amount);
    }

    /** What the queue would refuse each time it is brought must not be brought again. */
    private static Arrival judged(Arrival arrival) {
        if (!(arrival instanceof Event event)) {
            return arrival;
        }
        byte[] encoded;
        try {
            encoded = Events.bytes(event.event());
        } catch (RuntimeException e) {
            return refused(event, "not-a-cloud-event", "it cannot be kept: " + e.getMessage());
        }
        if (encoded.length > Acceptance.LARGEST_EVENT) {
            return refused(
                    event,
                    "event-too-large",
                    "its " + encoded.length + " bytes are more than " + Acceptance.LARGEST_EVENT
                            + "; it has to be handed on by reference");
        }
        if (depth(event.event()) > Acceptance.DEEPEST) {
            return refused(event, "too-deep", "functions and topics that lead to each other are taken for a loop");
        }
        return namesAnother(event)
                ? refused(event, "another-tenant", "its data names another tenant than it came from")
                : event;
    }

    private static Unreadable refused(Event event, String code, String reason) {
        var data = event.event().getData();
        return new Unreadable(event.position(), code, reason, data == null ? new byte[0] : data.toBytes());
    }

    /** As the suite's own inboxes: data that names a tenant and an envelope that names another is nobody's. */
    private static boolean namesAnother(Event event) {
        CloudEvent cloud = event.event();
        String type = cloud.getDataContentType();
        if (event.tenant() == null || cloud.getData() == null || type == null || !type.contains("json")) {
            return false;
        }
        try {
            JsonNode named =
                    JsonMapper.shared().readTree(cloud.getData().toBytes()).get("tenantId");
            return named != null && !named.isNull() && !named.asString("").equals(event.tenant());
        } catch (JacksonException e) {
            // Whether its data is what its type says is the function's concern.
            return false;
        }
    }

    /** One deeper than what it is the result of; a first event is at the top. */
    private static int depth(CloudEvent event) {
        Object before = event.getExtension("depth");
        if (before == null) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(before.toString())) + 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Wish wish(String function, Event event) {
        CloudEvent cloud = event.event();
        String key = event.orderingKey();
        return new Wish(
                function,
                null,
                event.tenant(),
                event.lane(),
                key == null || key.isEmpty() ? null : EventKeys.fitting(key, LONGEST_KEY),
                EventKeys.deduplication(cloud.getSource().toString(), cloud.getId()),
                Duration.ZERO,
                depth(cloud),
                event.parent(),
                event.traceparent(),
                cloud);
    }

    private UnreadableEvent kept(String function, String trigger, Unreadable poison) {
        String reason = trigger + " at " + poison.position() + ": " + poison.reason() + " (" + poison.body().length
                + " bytes, sha256 " + EventKeys.sha256(poison.body()) + ")";
        LOG.error("What came for {} by its trigger {} is a dead letter", function, reason);
        return new UnreadableEvent(
                ids.next(),
                function,
                EventKeys.fitting("unreadable:" + trigger + "@" + poison.position(), EventKeys.LONGEST_DEDUPLICATION),
                poison.code(),
                reason,
                clock.instant(),
                poison.body());
    }
}
