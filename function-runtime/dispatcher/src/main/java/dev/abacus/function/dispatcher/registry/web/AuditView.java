package dev.abacus.function.dispatcher.registry.web;

import dev.abacus.function.dispatcher.registry.application.Functions.Audited;
import java.time.Instant;

/** One change: who, when, what, why. */
record AuditView(String id, Instant at, String actor, String action, String reason, String before, String after) {

    static AuditView of(Audited row) {
        var entry = row.entry();
        return new AuditView(
                Long.toString(row.id()),
                row.at(),
                entry.actor(),
                entry.action(),
                entry.reason(),
                entry.before(),
                entry.after());
    }
}
