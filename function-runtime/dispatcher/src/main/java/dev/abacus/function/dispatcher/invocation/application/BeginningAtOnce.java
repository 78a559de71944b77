package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.invocation.Acceptance;
import dev.abacus.function.dispatcher.invocation.Taken;
import dev.abacus.function.dispatcher.pool.Fleets;
import dev.abacus.function.dispatcher.registry.Catalogue;
import dev.abacus.function.dispatcher.registry.DeployedVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The short way from acceptance to a worker. What is accepted where there is plenty of room is written down as taken by this
 * dispatcher, and begun when that is committed: the queue is neither asked for it nor told that it was taken. Half of a
 * function's places are left to the queue, which shares them out, so whoever comes in floods takes the long way.
 */
@Component
class BeginningAtOnce {

    private final Catalogue catalogue;
    private final Fleets fleets;
    private final TenantShares shares;
    private final Clock clock;
    private volatile Beginning beginning;

    BeginningAtOnce(Catalogue catalogue, Fleets fleets, TenantShares shares, Clock clock) {
        this.catalogue = catalogue;
        this.fleets = fleets;
        this.shares = shares;
        this.clock = clock;
    }

    /** Who runs what was taken, as long as it takes anything. */
    interface Beginning {

        /** @param version whose place is counted as the tenant's already */
        void begin(Taken taken, DeployedVersion version);
    }

    void through(Beginning beginning) {
        this.beginning = beginning;
    }

    void noMore() {
        beginning = null;
    }

    /** Places for those that may begin at once, by id. Each is either begun or given back. */
    Map<Long, DeployedVersion> places(List<Acceptance> invocations) {
        Map<Long, DeployedVersion> places = new HashMap<>();
        if (beginning != null) {
            Instant now = clock.instant();
            for (Acceptance invocation : invocations) {
                DeployedVersion version = place(invocation, now);
                if (version != null) {
                    places.put(invocation.id(), version);
                }
            }
        }
        return places;
    }

    private DeployedVersion place(Acceptance it, Instant now) {
        // Of an ordering key only the first may begin, and who that is shows when it is written.
        if (it.orderingKey() != null || it.notBefore().isAfter(now)) {
            return null;
        }
        return catalogue
                .resolve(it.function(), it.qualifier(), it.tenant(), it.lane())
                .filter(version -> plenty(version, it.tenant()) && shares.enter(version.definition(), it.tenant()))
                .orElse(null);
    }

    private boolean plenty(DeployedVersion version, String tenant) {
        var definition = version.definition();
        int places = definition.scale().max() * definition.concurrency();
        return fleets.room(version, tenant) * 2 > places
                && shares.room(definition, tenant) * 2 > definition.limits().concurrency();
    }

    void begin(Acceptance it, DeployedVersion version) {
        Beginning runs = beginning;
        if (runs == null) {
            giveBack(version, it.tenant());
            return;
        }
        runs.begin(
                new Taken(
                        it.id(),
                        it.function(),
                        it.tenant(),
                        it.lane(),
                        it.qualifier(),
                        null,
                        1,
                        1,
                        it.depth(),
                        it.traceparent(),
                        it.acceptedAt(),
                        it.notBefore(),
                        it.expiresAt(),
                        it.event()),
                version);
    }

    void giveBack(DeployedVersion version, String tenant) {
        shares.leave(version.function(), tenant);
    }
}
