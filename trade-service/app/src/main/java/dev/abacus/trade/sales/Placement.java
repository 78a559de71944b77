package dev.abacus.trade.sales;

import dev.abacus.kernel.tenancy.UserId;
import dev.abacus.trade.party.CustomerId;

/**
 * An order that is about to be placed.
 *
 * @param draftVersion the version of the draft that is placed; null when there was no draft
 * @param request what was asked for, or what the draft says
 * @param key the caller's idempotency key; null when he sent none
 * @param fingerprint recognises another request under the same key; null without a key
 */
public record Placement(
        SalesOrderId order,
        Integer draftVersion,
        OrderRequest request,
        PricedOrder priced,
        UserId author,
        String key,
        String fingerprint) {

    public CustomerId customer() {
        return request.customer();
    }

    public boolean isOfDraft() {
        return draftVersion != null;
    }
}
