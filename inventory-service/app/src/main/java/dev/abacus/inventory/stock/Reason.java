package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.InvalidValue;
import java.util.regex.Pattern;

/** Why stock moved, as a short code. Companies have their own besides these. */
public record Reason(String code) {

    /** Before the constants: they are checked by it. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,31}");

    public static final Reason PURCHASE = new Reason("purchase");
    public static final Reason SALE = new Reason("sale");
    public static final Reason PROMOTION_SALE = new Reason("promotion-sale");
    public static final Reason SALES_RETURN = new Reason("sales-return");
    public static final Reason OPENING = new Reason("opening");
    public static final Reason RECEIPT = new Reason("receipt");
    public static final Reason ISSUE = new Reason("issue");
    public static final Reason TRANSFER = new Reason("transfer");
    public static final Reason COUNT = new Reason("count");
    public static final Reason CORRECTION = new Reason("correction");

    public Reason {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new InvalidValue("reason", "a reason is a code of 1 to 32 letters, digits, '-' or '_'");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
