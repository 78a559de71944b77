package dev.abacus.inventory.stock;

import java.time.Instant;

/**
 * A run over all levels that compares each with the ledger and the open reservations.
 *
 * @param fix whether differences are put right or only reported
 * @param lastProduct the products up to this number are done: the checkpoint
 * @param checked levels compared so far
 * @param differences levels found to differ so far
 * @param requestedBy who asked, for the record
 * @param finishedAt null while it runs
 */
public record Recalculation(
        RecalculationId id,
        boolean fix,
        long lastProduct,
        long checked,
        long differences,
        String requestedBy,
        Instant requestedAt,
        Instant finishedAt) {

    public static Recalculation requested(RecalculationId id, boolean fix, String by, Instant at) {
        return new Recalculation(id, fix, 0, 0, 0, by, at, null);
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    public Recalculation advanced(long product, int moreChecked, int moreDifferences) {
        return new Recalculation(
                id, fix, product, checked + moreChecked, differences + moreDifferences, requestedBy, requestedAt, null);
    }

    public Recalculation finished(Instant at) {
        return new Recalculation(id, fix, lastProduct, checked, differences, requestedBy, requestedAt, at);
    }
}
