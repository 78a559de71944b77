package dev.abacus.inventory.product.domain;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.kernel.domain.DomainException;
import java.util.Map;

/** Another product of the tenant has this barcode. */
public final class DuplicateBarcode extends DomainException {

    public DuplicateBarcode(Barcode barcode) {
        super(
                Kind.CONFLICT,
                "duplicate-barcode",
                "Another product has the barcode " + barcode,
                Map.of("field", "barcodes", "barcode", barcode.code()));
    }
}
