package dev.abacus.function.testkit;

import dev.abacus.function.AttemptFailed;
import dev.abacus.function.Cancellation;
import dev.abacus.function.CloudFunction;
import dev.abacus.function.CurrentContext;
import dev.abacus.function.FunctionContext;
import dev.abacus.function.FunctionEnvironment;
import dev.abacus.function.platform.Platform;
import dev.abacus.function.platform.ServiceClient;
import dev.abacus.function.platform.TenantData;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One instance of a function, called as the runtime would call it.
 *
 * <pre>{@code
 * var function = FunctionUnderTest.of(new Greeting()).tenant("42").setting("greeting", "Hello");
 * assertThat(function.call("{\"name\":\"Wu\"}").data()).isEqualTo("\"Hello, Wu\"");
 * }</pre>
 */
public final class FunctionUnderTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final Function<CloudEvent, CloudEvent> function;
    private final TurnedClock clock;
    private final FakePlatform platform;
    private final RecordedLog log = new RecordedLog();
    private volatile AskedCancellation cancellation = new AskedCancellation();
    private String name = "function";
    private String tenant;
    private String lane;
    private Duration timeout = Duration.ofSeconds(30);
    private int attempt = 1;
    private int depth;
    private boolean begun;

    private FunctionUnderTest(Function<CloudEvent, CloudEvent> function, TurnedClock clock) {
        this.function = function;
        this.clock = clock;
        this.platform = new FakePlatform(clock);
    }

    /** With a clock that stands at the beginning of 2026 until it is turned. */
    public static FunctionUnderTest of(Function<CloudEvent, CloudEvent> function) {
        return of(function, TurnedClock.at(BEGINNING));
    }

    public static FunctionUnderTest of(Function<CloudEvent, CloudEvent> function, TurnedClock clock) {
        return new FunctionUnderTest(function, clock);
    }

    public FunctionUnderTest named(String name) {
        this.name = name;
        return this;
    }

    /** Whose the calls from here on are; null for the platform's own. */
    public FunctionUnderTest tenant(String tenant) {
        this.tenant = tenant;
        return this;
    }

    /** Which lane the calls from here on are on; null for the baseline. */
    public FunctionUnderTest lane(String lane) {
        this.lane = lane;
        return this;
    }

    /** How long an attempt may take. Nothing ends it here; a function sees what is left. */
    public FunctionUnderTest timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    /** Which attempt the next call is. */
    public FunctionUnderTest attempt(int attempt) {
        this.attempt = attempt;
        return this;
    }

    public FunctionUnderTest depth(int depth) {
        this.depth = depth;
        return this;
    }

    public FunctionUnderTest setting(String key, String value) {
        platform.setting(key, value);
        return this;
    }

    /** What a service answers to this function. */
    public FunctionUnderTest service(String service, ServiceClient answers) {
        platform.service(service, answers);
        return this;
    }

    /** What a service's tables hold for whatever tenant this function is called for. */
    public FunctionUnderTest tenantData(String service, TenantData answers) {
        platform.tenantData(service, answers);
        return this;
    }

    public FunctionUnderTest followLog(Consumer<RecordedLog.Line> follower) {
        log.follow(follower);
        return this;
    }

    public TurnedClock clock() {
        return clock;
    }

    public FakePlatform platform() {
        return platform;
    }

    public RecordedLog log() {
        return log;
    }

    /** Asks the call that runs, or the next one, to end. */
    public void cancel() {
        cancellation.request();
    }

    /** With JSON as the data of an event that is otherwise of no importance. */
    public Outcome call(String json) {
        return call(SampleEvents.json("test", json));
    }

    public Outcome call(CloudEvent event) {
        return attempt(event, UUID.randomUUID().toString(), attempt);
    }

    /** Attempt after attempt, until one succeeds, says that none can help, or so many were made again. */
    public Outcome callWithRetries(CloudEvent event, int times) {
        String id = UUID.randomUUID().toString();
        Outcome outcome = attempt(event, id, 1);
        for (int next = 2; next <= times + 1 && !outcome.succeeded() && !outcome.failedForGood(); next++) {
            outcome = attempt(event, id, next);
        }
        return outcome;
    }

    private Outcome attempt(CloudEvent event, String id, int number) {
        begin();
        FunctionContext context = new Context(
                id,
                name,
                Optional.ofNullable(tenant),
                Optional.ofNullable(lane),
                clock.instant().plus(timeout),
                number,
                depth,
                cancellation,
                log,
                clock,
                platform.as(tenant, lane, depth));
        try {
            return new Outcome(CurrentContext.during(context, () -> answer(event, context)), null, number);
        } catch (Exception e) {
            return new Outcome(null, AttemptFailed.unwrapped(e), number);
        } finally {
            cancellation = new AskedCancellation();
        }
    }

    private CloudEvent answer(CloudEvent event, FunctionContext context) throws Exception {
        return function instanceof CloudFunction cloud ? cloud.handle(event, context) : function.apply(event);
    }

    /** As on a worker: once, before the first event, and what it throws keeps the instance from being used. */
    private synchronized void begin() {
        if (begun) {
            return;
        }
        try {
            if (function instanceof CloudFunction cloud) {
                cloud.init(new FunctionEnvironment(name, 1, clock, platform.ofNoCall()));
            }
        } catch (Exception e) {
            throw new IllegalStateException("init failed: " + e, e);
        }
        begun = true;
    }

    private record Context(
            String invocationId,
            String function,
            Optional<String> tenant,
            Optional<String> lane,
            Instant deadline,
            int attempt,
            int depth,
            Cancellation cancellation,
            System.Logger logger,
            Clock clock,
            Platform platform)
            implements FunctionContext {

        @Override
        public int version() {
            return 1;
        }
    }
}
