package dev.abacus.inventory.product.domain;

import dev.abacus.inventory.product.Sku;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Unit;
import java.util.Map;

/** A product's stock unit never changes: its ledger is written in it. */
public final class StockUnitFixed extends DomainException {

    public StockUnitFixed(Sku sku, Unit unit) {
        super(
                Kind.CONFLICT,
                "stock-unit-fixed",
                "The stock of " + sku + " is kept in " + unit + " for ever; make another product for another unit",
                Map.of("field", "stockUnit", "stockUnit", unit.code()));
    }
}
