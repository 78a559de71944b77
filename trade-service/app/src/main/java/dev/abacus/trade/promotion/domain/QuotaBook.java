package dev.abacus.trade.promotion.domain;

import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.promotion.PromotionId;

/** The uses of the current tenant's promotions, order by order. */
public interface QuotaBook {

    /** @return false when no use is left, for this customer or at all; nothing is taken then */
    boolean reserve(long order, CustomerId customer, PromotionId promotion);

    /** Turns the order's reserved uses into consumed ones. */
    void consume(long order);

    /** Frees the order's uses, reserved and consumed ones. */
    void release(long order);
}
