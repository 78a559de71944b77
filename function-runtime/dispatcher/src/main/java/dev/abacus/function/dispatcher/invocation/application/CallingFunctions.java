package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.application.PlatformDesk.Asker;
import dev.abacus.function.dispatcher.pool.Fleets;
import dev.abacus.function.dispatcher.pool.NoCapacity;
import dev.abacus.function.dispatcher.pool.Outcome;
import dev.abacus.function.dispatcher.pool.Slot;
import dev.abacus.function.dispatcher.pool.UnusableVersion;
import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import dev.abacus.function.wire.Failure;
import dev.abacus.function.wire.Failure.Kind;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Ids;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Calls that somebody waits for. Nothing of them is written down but their log and what they used. */
@Component
public class CallingFunctions {

    private final Catalogue catalogue;
    private final Fleets fleets;
    private final TenantShares shares;
    private final Attempts attempts;
    private final Observing observing;
    private final Ids ids;
    private final Clock clock;

    CallingFunctions(
            Catalogue catalogue,
            Fleets fleets,
            TenantShares shares,
            Attempts attempts,
            Observing observing,
            Ids ids,
            Clock clock) {
        this.catalogue = catalogue;
        this.fleets = fleets;
        this.shares = shares;
        this.attempts = attempts;
        this.observing = observing;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param qualifier an alias or a version's number; null for {@code live}
     * @param tenant null for the platform's own
     * @param lane null on the baseline
     * @param traceparent null outside a trace
     */
    public record Call(
            String function, String qualifier, String tenant, String lane, String traceparent, CloudEvent event) {}

    /**
     * @param invocation an id that the log of the call is found by
     * @param version that answered
     */
    public record Answer(String invocation, int version, Outcome outcome) {}

    /**
     * @throws DomainException of kind NOT_FOUND, or THROTTLED when tenant or function have no more room
     */
    public Answer call(Call call) throws InterruptedException {
        DeployedVersion version = catalogue
                .resolve(call.function(), call.qualifier(), call.tenant(), call.lane())
                .orElseThrow(() -> Refusals.noSuchFunction(call.function()));
        FunctionDefinition definition = version.definition();
        if (!shares.spend(definition, call.tenant())) {
            observing.refused(call.function(), "rate");
            throw Refusals.throttled(
                    call.function(),
                    "More than " + definition.limits().rate() + " calls a second are too many for one tenant.");
        }
        if (!shares.enter(definition, call.tenant())) {
            observing.refused(call.function(), "concurrency");
            throw Refusals.throttled(
                    call.function(),
                    "More than " + definition.limits().concurrency() + " calls at a time are too many for one tenant.");
        }
        String invocation = String.valueOf(ids.next());
        try {
            return new Answer(invocation, version.number(), outcome(call, version, invocation));
        } catch (NoCapacity e) {
            observing.refused(call.function(), "no-instance");
            throw Refusals.throttled(call.function(), "Every instance of it is busy.");
        } finally {
            shares.leave(call.function(), call.tenant());
        }
    }

    private Outcome outcome(Call call, DeployedVersion version, String invocation)
            throws NoCapacity, InterruptedException {
        Instant from = clock.instant();
        String trace = observing.traceOf(Long.parseLong(invocation), call.traceparent());
        Asker asker = new Asker(call.function(), invocation, call.tenant(), call.lane(), 0, trace);
        Outcome outcome = attempted(call, version, asker, from);
        observing.answered(asker, version.number(), from, clock.instant(), outcome);
        return outcome;
    }

    private Outcome attempted(Call call, DeployedVersion version, Asker asker, Instant from)
            throws NoCapacity, InterruptedException {
        try {
            Slot slot = fleets.acquire(version, call.tenant());
            observing.waited(asker, from, clock.instant());
            return attempts.run(slot, version, asker, 1, call.event()).outcome().join();
        } catch (UnusableVersion e) {
            return new Outcome(null, new Failure(Kind.SYSTEM, "unusable-version", e.getMessage(), ""), 0, 0);
        }
    }
}
