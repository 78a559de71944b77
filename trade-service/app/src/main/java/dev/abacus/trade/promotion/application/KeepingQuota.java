package dev.abacus.trade.promotion.application;

import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.promotion.PromotionExhausted;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.PromotionQuota;
import dev.abacus.trade.promotion.domain.QuotaBook;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the promotions' quotas. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class KeepingQuota implements PromotionQuota {

    private final QuotaBook quotas;

    KeepingQuota(QuotaBook quotas) {
        this.quotas = quotas;
    }

    @Override
    public void reserve(long order, CustomerId customer, Set<PromotionId> promotions) {
        // One order for all, so that two orders with the same promotions cannot wait for each other for ever.
        List<PromotionId> sorted = promotions.stream()
                .sorted(Comparator.comparingLong(PromotionId::value))
                .toList();
        for (PromotionId promotion : sorted) {
            if (!quotas.reserve(order, customer, promotion)) {
                throw new PromotionExhausted(List.of(promotion));
            }
        }
    }

    @Override
    public void consume(long order) {
        quotas.consume(order);
    }

    @Override
    public void release(long order) {
        quotas.release(order);
    }
}
