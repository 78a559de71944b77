package dev.abacus.inventory.product.domain;

import dev.abacus.inventory.product.Sku;
import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** The tenant has a product of this SKU already. */
public final class DuplicateSku extends DomainException {

    public DuplicateSku(Sku sku) {
        super(
                Kind.CONFLICT,
                "duplicate-sku",
                "There is a product " + sku + " already",
                Map.of("field", "sku", "sku", sku.code()));
    }
}
