package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** The product exists but is no longer traded. */
public final class InactiveProduct extends DomainException {

    public InactiveProduct(Sku sku) {
        super(Kind.REFUSED, "inactive-product", sku + " is no longer traded", Map.of("sku", sku.code()));
    }
}
