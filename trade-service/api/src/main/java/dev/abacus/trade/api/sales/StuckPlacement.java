package dev.abacus.trade.api.sales;

import java.time.Instant;

/**
 * An order that has been in {@code PLACING} for longer than a placement may take.
 *
 * @param transaction the id of the global transaction
 * @param coordinatorStatus what the transaction coordinator says of it now; {@code UNREACHABLE} when it does not answer
 */
public record StuckPlacement(
        String orderId, String customerId, Instant since, String transaction, String coordinatorStatus) {}
