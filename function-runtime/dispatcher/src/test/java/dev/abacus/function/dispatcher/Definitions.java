package dev.abacus.function.dispatcher;

import dev.abacus.function.dispatcher.registry.Access;
import dev.abacus.function.dispatcher.registry.Destination;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.dispatcher.registry.Isolation;
import dev.abacus.function.dispatcher.registry.Limits;
import dev.abacus.function.dispatcher.registry.Retry;
import dev.abacus.function.dispatcher.registry.Scale;
import dev.abacus.function.dispatcher.registry.ServiceUse;
import dev.abacus.function.dispatcher.registry.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Definitions of functions in tests: what a test does not say is as small and quick as can be. */
public final class Definitions {

    private final String name;
    private final String handler;
    private int memory = 64;
    private Duration timeout = Duration.ofSeconds(10);
    private int concurrency = 4;
    private Scale scale = new Scale(0, 2);
    private Retry retry = new Retry(2, Duration.ofMillis(50), Duration.ofMillis(200));
    private Duration maxAge = Duration.ofHours(1);
    private Isolation isolation = Isolation.SHARED;
    private Limits limits = Limits.DEFAULT;
    private Destination success;
    private Destination failure;
    private List<Trigger> triggers = List.of();
    private List<ServiceUse> services = List.of();
    private Map<String, String> settings = Map.of();

    private Definitions(String name, String handler) {
        this.name = name;
        this.handler = handler;
    }

    public static Definitions of(String name, String handler) {
        return new Definitions(name, handler);
    }

    public Definitions timeout(Duration timeout) {
        this.timeout = timeout;
        return this;
    }

    public Definitions concurrency(int concurrency) {
        this.concurrency = concurrency;
        return this;
    }

    public Definitions scale(int min, int max) {
        this.scale = new Scale(min, max);
        return this;
    }

    public Definitions retry(int times) {
        this.retry = new Retry(times, Duration.ofMillis(50), Duration.ofMillis(200));
        return this;
    }

    /** With a pause that is long beside whatever else a test does. */
    public Definitions retryAfter(int times, Duration pause) {
        this.retry = new Retry(times, pause, pause);
        return this;
    }

    public Definitions maxAge(Duration maxAge) {
        this.maxAge = maxAge;
        return this;
    }

    public Definitions isolation(Isolation isolation) {
        this.isolation = isolation;
        return this;
    }

    public Definitions limits(Limits limits) {
        this.limits = limits;
        return this;
    }

    public Definitions success(Destination success) {
        this.success = success;
        return this;
    }

    public Definitions failure(Destination failure) {
        this.failure = failure;
        return this;
    }

    public Definitions settings(Map<String, String> settings) {
        this.settings = settings;
        return this;
    }

    public Definitions triggers(Trigger... triggers) {
        this.triggers = List.of(triggers);
        return this;
    }

    public Definitions services(ServiceUse... services) {
        this.services = List.of(services);
        return this;
    }

    public Definitions memory(int memory) {
        this.memory = memory;
        return this;
    }

    public FunctionDefinition build() {
        return new FunctionDefinition(
                name,
                handler,
                memory,
                timeout,
                concurrency,
                scale,
                retry,
                maxAge,
                isolation,
                Access.PLATFORM,
                limits,
                success,
                failure,
                triggers,
                services,
                settings);
    }
}
