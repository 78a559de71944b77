package dev.abacus.inventory.api;

import java.time.Instant;

/**
 * A run over all of a tenant's stock levels that compares them with the ledger and the open reservations.
 *
 * @param fix whether differences are put right or only reported
 * @param checked levels compared so far
 * @param differences levels found to differ so far
 */
public record RecalculationView(
        String id,
        State state,
        boolean fix,
        long checked,
        long differences,
        String requestedBy,
        Instant requestedAt,
        Instant finishedAt) {

    public enum State {
        RUNNING,
        DONE
    }
}
