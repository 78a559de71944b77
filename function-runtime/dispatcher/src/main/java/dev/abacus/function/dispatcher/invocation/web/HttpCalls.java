package dev.abacus.function.dispatcher.invocation.web;

import dev.abacus.function.dispatcher.invocation.EventKeys;
import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations;
import dev.abacus.function.dispatcher.invocation.application.AcceptingInvocations.Wish;
import dev.abacus.function.dispatcher.invocation.application.CallingFunctions;
import dev.abacus.function.dispatcher.invocation.application.CallingFunctions.Answer;
import dev.abacus.function.dispatcher.invocation.application.CallingFunctions.Call;
import dev.abacus.function.http.HttpEvents.Received;
import dev.abacus.function.wire.Failure;
import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.problem.Problems;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.lane.LaneContext;
import io.cloudevents.CloudEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Makes calls of HTTP requests, and answers of what functions answer. */
@Component
class HttpCalls {

    static final String INVOCATION = "X-Abacus-Invocation";
    static final String VERSION = "X-Abacus-Function-Version";

    private final CallingFunctions calling;
    private final AcceptingInvocations accepting;
    private final Ids ids;
    private final Clock clock;

    HttpCalls(CallingFunctions calling, AcceptingInvocations accepting, Ids ids, Clock clock) {
        this.calling = calling;
        this.accepting = accepting;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param tenant proven by the caller's token, or named by the platform; null for the platform's own */
    record Asked(String function, String tenant, String qualifier, CallOptions options, IdempotencyKey key) {}

    ResponseEntity<?> invoke(Asked asked, HttpServletRequest request, byte[] body) throws InterruptedException {
        if (EventBatch.isIn(request)) {
            return acceptAll(asked, EventBatch.read(body));
        }
        Received received =
                ServletEvents.read(request, body, asked.function(), String.valueOf(ids.next()), clock.instant());
        return asked.options().waits() ? call(asked, received) : accept(asked, received);
    }

    /** Nobody waits for a batch, and each of its events is known by its own source and id. */
    private ResponseEntity<?> acceptAll(Asked asked, List<CloudEvent> events) {
        if (Boolean.FALSE.equals(asked.options().async())) {
            throw new InvalidValue("async", "a batch is asynchronous");
        }
        if (asked.key().isPresent()) {
            throw new InvalidValue("Idempotency-Key", "the events of a batch are known by their ids");
        }
        List<AcceptedView> items =
                accepting
                        .accept(events.stream()
                                .map(event -> wish(asked, new Received(event, true)))
                                .toList())
                        .stream()
                        .map(accepted -> new AcceptedView(String.valueOf(accepted.id()), accepted.repeated()))
                        .toList();
        return ResponseEntity.accepted().body(new AcceptedBatchView(items));
    }

    private ResponseEntity<?> accept(Asked asked, Received received) {
        var accepted = accepting.accept(wish(asked, received));
        String id = String.valueOf(accepted.id());
        return ResponseEntity.accepted()
                .header(INVOCATION, id)
                .header(HttpHeaders.LOCATION, "/functions/" + asked.function() + "/invocations/" + id)
                .body(new AcceptedView(id, accepted.repeated()));
    }

    private static Wish wish(Asked asked, Received received) {
        return new Wish(
                asked.function(),
                asked.qualifier(),
                asked.tenant(),
                lane(),
                asked.options().orderingKey(),
                deduplication(asked.key(), received),
                asked.options().pause(),
                0,
                null,
                traceparent(),
                received.event());
    }

    private static String lane() {
        return LaneContext.current().map(Object::toString).orElse(null);
    }

    /** An event is known by its source and id, a request by the key that it brings. */
    private static String deduplication(IdempotencyKey key, Received received) {
        if (key.isPresent()) {
            return "key:" + key.value();
        }
        CloudEvent event = received.event();
        return received.named() ? EventKeys.deduplication(event.getSource().toString(), event.getId()) : null;
    }

    private ResponseEntity<?> call(Asked asked, Received received) throws InterruptedException {
        Answer answer = calling.call(
                new Call(asked.function(), asked.qualifier(), asked.tenant(), lane(), traceparent(), received.event()));
        HttpHeaders headers = new HttpHeaders();
        headers.set(INVOCATION, answer.invocation());
        headers.set(VERSION, String.valueOf(answer.version()));
        return answer.outcome().succeeded()
                ? ServletEvents.write(answer.outcome().event(), headers)
                : ResponseEntity.status(status(answer.outcome().failure()))
                        .headers(headers)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem(asked.function(), answer));
    }

    private static ProblemDetail problem(String function, Answer answer) {
        Failure failure = answer.outcome().failure();
        ProblemDetail problem = Problems.of(status(failure), code(failure), function + " failed: " + failure.message());
        problem.setProperty("function", function);
        problem.setProperty("version", answer.version());
        problem.setProperty("invocation", answer.invocation());
        problem.setProperty("thrown", failure.type());
        return problem;
    }

    /** The function stands behind this door as a server behind a gateway: its failures are a bad gateway's. */
    private static HttpStatus status(Failure failure) {
        return switch (failure.kind()) {
            case PERMANENT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TIMEOUT -> HttpStatus.GATEWAY_TIMEOUT;
            case SYSTEM -> HttpStatus.SERVICE_UNAVAILABLE;
            case FUNCTION, CRASH, CANCELLED -> HttpStatus.BAD_GATEWAY;
        };
    }

    private static String code(Failure failure) {
        return switch (failure.kind()) {
            case PERMANENT -> "event-refused";
            case TIMEOUT -> "function-timed-out";
            case SYSTEM -> "function-unavailable";
            case FUNCTION, CRASH, CANCELLED -> "function-failed";
        };
    }

    private static String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
