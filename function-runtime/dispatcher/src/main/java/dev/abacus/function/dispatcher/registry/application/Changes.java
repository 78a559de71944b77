package dev.abacus.function.dispatcher.registry.application;

import dev.abacus.function.dispatcher.registry.domain.AuditEntry;
import dev.abacus.function.dispatcher.registry.domain.FunctionEntry;
import dev.abacus.function.dispatcher.registry.domain.Refusals;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How anything is changed: one after the other, whole or not at all, with a note of who and why, seen here at once. */
@Component
class Changes {

    private final Functions functions;
    private final Refreshing refreshing;
    private final TransactionOperations transactions;
    private final Clock clock;

    Changes(Functions functions, Refreshing refreshing, TransactionOperations transactions, Clock clock) {
        this.functions = functions;
        this.refreshing = refreshing;
        this.transactions = transactions;
        this.clock = clock;
    }

    <T> T change(Supplier<T> work) {
        T result = transactions.execute(status -> {
            functions.count();
            return work.get();
        });
        refreshing.refresh();
        return result;
    }

    /** A function that is there. */
    FunctionEntry present(String name) {
        return functions.find(name).filter(entry -> !entry.removed()).orElseThrow(() -> Refusals.noSuchFunction(name));
    }

    Instant now() {
        return clock.instant();
    }

    void note(AuditEntry entry) {
        functions.audit(entry, clock.instant());
    }
}
