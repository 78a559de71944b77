package dev.abacus.function.dispatcher.pool;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;

/**
 * Who waits for a place in a fleet. Next is the tenant that has fewest places at the moment, of two that have as many the one
 * that has waited longer, and of one tenant whoever came first: so a tenant's flood waits for itself. Guarded by the fleet's
 * lock.
 */
final class WaitingLine {

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Deque<Waiter>> tenants = new LinkedHashMap<>();
    private int length;

    /** Somebody who waits. */
    static final class Waiter {
        private final String tenant;
        private final Condition turn;
        private Slot given;

        private Waiter(String tenant, Condition turn) {
            this.tenant = tenant;
            this.turn = turn;
        }

        /** Signalled when a place was given, and when there may be nothing more to wait for. */
        Condition turn() {
            return turn;
        }

        String tenant() {
            return tenant;
        }

        Optional<Slot> given() {
            return Optional.ofNullable(given);
        }

        void give(Slot slot) {
            given = slot;
            turn.signal();
        }
    }

    int length() {
        return length;
    }

    Waiter join(String tenant, Condition turn) {
        Waiter waiter = new Waiter(tenant, turn);
        tenants.computeIfAbsent(tenant, first -> new ArrayDeque<>()).addLast(waiter);
        length++;
        return waiter;
    }

    /** Takes whose turn it is out of the line, which is not empty. */
    Waiter next() {
        String tenant = tenants.keySet().stream()
                .min(Comparator.comparingInt(each -> places.getOrDefault(each, 0)))
                .orElseThrow();
        Deque<Waiter> own = tenants.remove(tenant);
        Waiter next = own.removeFirst();
        if (!own.isEmpty()) {
            tenants.put(tenant, own);
        }
        length--;
        return next;
    }

    /** Harmless for one that is not in the line any more. */
    void leave(Waiter waiter) {
        Deque<Waiter> own = tenants.get(waiter.tenant);
        if (own != null && own.remove(waiter)) {
            length--;
            if (own.isEmpty()) {
                tenants.remove(waiter.tenant);
            }
        }
    }

    void wakeAll() {
        tenants.values().forEach(own -> own.forEach(waiter -> waiter.turn.signal()));
    }

    /** A tenant has one place more. */
    void took(String tenant) {
        places.merge(tenant, 1, Integer::sum);
    }

    /** A tenant has one place fewer. */
    void gave(String tenant) {
        places.computeIfPresent(tenant, (same, count) -> count == 1 ? null : count - 1);
    }
}
