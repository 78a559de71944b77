package dev.abacus.trade.promotion.domain;

import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.promotion.PromotionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The promotions of the current tenant, and how often they are used. */
public interface PromotionBook {

    Optional<Booked> find(PromotionId id);

    /** Those that hold at {@code moment}, each with its uses as {@code customer} sees them. */
    Map<Promotion, Quota.Uses> holding(Instant moment, CustomerId customer);

    /** @throws dev.abacus.kernel.domain.DomainException {@code code-taken} when another promotion has the code */
    void add(Promotion promotion);

    /**
     * @throws dev.abacus.kernel.web.EntityVersion.Stale when it has changed since it was read
     * @throws dev.abacus.kernel.domain.DomainException {@code quota-below-use} when more uses are taken than it now has
     */
    void update(Promotion promotion);

    /** A promotion, and how often it is used in all. */
    record Booked(Promotion promotion, int reservedUses, int consumedUses) {}
}
