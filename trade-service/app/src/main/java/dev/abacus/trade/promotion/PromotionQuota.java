package dev.abacus.trade.promotion;

import dev.abacus.trade.party.CustomerId;
import java.util.Set;

/**
 * The promotions' quotas, from reserved to consumed. One order uses a promotion at most once, however many of its lines
 * it discounts. Every call must be inside the caller's transaction.
 */
public interface PromotionQuota {

    /** @throws PromotionExhausted when one of them has no use left, for this customer or at all */
    void reserve(long order, CustomerId customer, Set<PromotionId> promotions);

    /** The order is placed: what it reserved is used up. */
    void consume(long order);

    /** The order will not be: what it reserved, or consumed, is free again. Nothing happens the second time. */
    void release(long order);
}
