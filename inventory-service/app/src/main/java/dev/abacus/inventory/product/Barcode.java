package dev.abacus.inventory.product;

import dev.abacus.kernel.domain.InvalidValue;
import java.util.regex.Pattern;

/** What a scanner reads off a product: GTIN or a code of the company's own. No two products share one. */
public record Barcode(String code) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{4,64}");

    public Barcode {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new InvalidValue("barcodes", "a barcode is 4 to 64 letters, digits or dashes");
        }
    }

    public static Barcode of(String code) {
        return new Barcode(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
