package dev.abacus.trade.api.party;

import dev.abacus.kernel.domain.Money;
import java.time.Instant;

/**
 * One entry of a credit account: how far each balance moved, and why. The balances are the sums of the entries.
 *
 * @param reason {@code ORDER_PLACED}, {@code ORDER_RELEASED}, {@code DELIVERED}, {@code RETURNED}, {@code PAID},
 *     {@code REFUNDED}
 * @param reference the order's, delivery's, return's or payment's id
 */
public record CreditEntryView(
        String id, String reason, String reference, Money reserved, Money used, Money refundable, Instant at) {}
