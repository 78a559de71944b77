package dev.abacus.trade.api.purchasing;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;

/** A line of a purchase order. */
public record PurchaseOrderLineView(
        int number, String sku, Quantity quantity, Money unitCost, Money amount, Quantity received) {}
