package dev.abacus.trade.promotion.persistence;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.promotion.domain.QuotaBook;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

@Repository
class MyBatisQuotaBook implements QuotaBook {

    private final PromotionMapper promotions;
    private final CustomerUsesMapper customers;
    private final UseMapper uses;
    private final Ids ids;

    MyBatisQuotaBook(PromotionMapper promotions, CustomerUsesMapper customers, UseMapper uses, Ids ids) {
        this.promotions = promotions;
        this.customers = customers;
        this.uses = uses;
        this.ids = ids;
    }

    @Override
    public boolean reserve(long order, CustomerId customer, PromotionId promotion) {
        // The promotion's own row comes first: it is the lock that all orders of the promotion line up at.
        if (promotions.reserve(promotion.value()) == 0) {
            return false;
        }
        Integer limit = promotions.selectById(promotion.value()).usesPerCustomer;
        if (!take(promotion, customer, limit)) {
            promotions.releaseReserved(promotion.value());
            return false;
        }
        uses.insert(UseRow.reserved(ids.next(), promotion.value(), customer.value(), order));
        return true;
    }

    private boolean take(PromotionId promotion, CustomerId customer, Integer limit) {
        if (customers.take(promotion.value(), customer.value(), limit) == 1) {
            return true;
        }
        try {
            customers.insert(CustomerUsesRow.first(ids.next(), promotion.value(), customer.value()));
        } catch (DuplicateKeyException e) {
            // He has uses already, so it was the limit that refused.
            return false;
        }
        return customers.take(promotion.value(), customer.value(), limit) == 1;
    }

    @Override
    public void consume(long order) {
        for (UseRow use : uses.hold(order)) {
            if (use.state.equals(UseRow.RESERVED)) {
                promotions.consume(use.promotionId);
                uses.consume(use.id);
            }
        }
    }

    @Override
    public void release(long order) {
        for (UseRow use : uses.hold(order)) {
            if (use.state.equals(UseRow.RESERVED)) {
                promotions.releaseReserved(use.promotionId);
            } else {
                promotions.releaseConsumed(use.promotionId);
            }
            customers.giveBack(use.promotionId, use.customerId);
            uses.deleteById(use.id);
        }
    }
}
