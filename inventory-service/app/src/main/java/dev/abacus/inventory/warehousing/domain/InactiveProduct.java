package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.product.Sku;
import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** The product is not sold any more. */
public final class InactiveProduct extends DomainException {

    public InactiveProduct(Sku sku) {
        super(Kind.REFUSED, "inactive-product", sku + " is not active", Map.of("field", "sku", "sku", sku.code()));
    }
}
