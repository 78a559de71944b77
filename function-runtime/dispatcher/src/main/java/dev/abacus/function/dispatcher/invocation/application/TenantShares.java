package dev.abacus.function.dispatcher.invocation.application;

import dev.abacus.function.dispatcher.registry.FunctionDefinition;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What each tenant has of each function at the moment, in this dispatcher: calls under way, and a bucket of tokens for the rate
 * of synchronous ones.
 */
@Component
class TenantShares {

    private static final long MILLIS = 1_000;

    private final Clock clock;
    private final Map<Key, Share> shares = new ConcurrentHashMap<>();

    TenantShares(Clock clock) {
        this.clock = clock;
    }

    private record Key(String function, String tenant) {}

    /** Guarded by itself. */
    private static final class Share {
        private int underWay;
        private double tokens;
        private long filled;
        private boolean begun;
    }

    /** Counts a call in when the tenant may have one more at this moment. */
    boolean enter(FunctionDefinition definition, String tenant) {
        Share share = share(definition.name(), tenant);
        synchronized (share) {
            if (share.underWay >= definition.limits().concurrency()) {
                return false;
            }
            share.underWay++;
            return true;
        }
    }

    void leave(String function, String tenant) {
        Share share = share(function, tenant);
        synchronized (share) {
            share.underWay--;
        }
    }

    /** How many more calls the tenant may have at this moment. */
    int room(FunctionDefinition definition, String tenant) {
        Share share = share(definition.name(), tenant);
        synchronized (share) {
            return definition.limits().concurrency() - share.underWay;
        }
    }

    int underWay(String function, String tenant) {
        Share share = share(function, tenant);
        synchronized (share) {
            return share.underWay;
        }
    }

    /** Spends one call of the rate; a second's worth may be spent at once. */
    boolean spend(FunctionDefinition definition, String tenant) {
        Share share = share(definition.name(), tenant);
        int rate = definition.limits().rate();
        synchronized (share) {
            long now = clock.millis();
            double grown = share.begun ? share.tokens + (double) (now - share.filled) * rate / MILLIS : rate;
            share.tokens = Math.min(rate, grown);
            share.filled = now;
            share.begun = true;
            if (share.tokens < 1) {
                return false;
            }
            share.tokens--;
            return true;
        }
    }

    private Share share(String function, String tenant) {
        return shares.computeIfAbsent(new Key(function, tenant == null ? "" : tenant), key -> new Share());
    }
}
