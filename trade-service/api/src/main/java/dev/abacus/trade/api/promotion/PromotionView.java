package dev.abacus.trade.api.promotion;

import java.time.Instant;

/**
 * A promotion.
 *
 * @param reservedUses by orders that are being placed
 * @param consumedUses by orders that were placed
 */
public record PromotionView(
        String id,
        String code,
        String name,
        Rule rule,
        Scope scope,
        Instant validFrom,
        Instant validTo,
        int priority,
        Integer totalUses,
        Integer usesPerCustomer,
        int reservedUses,
        int consumedUses,
        int version) {}
