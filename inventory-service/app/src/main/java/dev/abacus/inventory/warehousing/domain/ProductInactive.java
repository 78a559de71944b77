package dev.abacus.inventory.warehousing.domain;

import dev.abacus.inventory.product.Sku;
import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** The product is not sold any more. */
public final class ProductInactive extends DomainException {

    public ProductInactive(Sku sku) {
        super(Kind.REFUSED, "product-inactive", sku + " is not active", Map.of("field", "sku", "sku", sku.code()));
    }
}
