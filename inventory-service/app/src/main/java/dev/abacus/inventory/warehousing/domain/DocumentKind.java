package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.stock.Reason;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Quantity;

/** What a paper is about; each kind has a reason that holds when nobody states another. */
public enum DocumentKind {
    /** Stock came in. */
    RECEIPT(Reason.RECEIPT),
    /** Stock went out. */
    ISSUE(Reason.ISSUE),
    /** Stock went from one warehouse to another. */
    TRANSFER(Reason.TRANSFER),
    /** Stock was counted. */
    STOCKTAKE(Reason.COUNT),
    /** The books were wrong. */
    ADJUSTMENT(Reason.CORRECTION);

    private final Reason usual;

    DocumentKind(Reason usual) {
        this.usual = usual;
    }

    public Reason usualReason() {
        return usual;
    }

    /** @throws InvalidValue when a line of this kind cannot have this quantity */
    void check(Quantity quantity) {
        switch (this) {
            case RECEIPT, ISSUE, TRANSFER -> quantity.positive();
            case STOCKTAKE -> {
                if (quantity.isNegative()) {
                    throw new InvalidValue("quantity", "nobody counts less than nothing: " + quantity);
                }
            }
            case ADJUSTMENT -> {
                if (quantity.isZero()) {
                    throw new InvalidValue("quantity", "an adjustment by nothing adjusts nothing");
                }
            }
        }
    }
}
