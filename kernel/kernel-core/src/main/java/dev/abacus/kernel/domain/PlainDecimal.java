package dev.abacus.kernel.domain;

import java.math.BigDecimal;

/**
 * A decimal number of a size that people write. {@code 1e9999999} is eleven characters, and bringing it to two decimals
 * is seconds of work and megabytes of digits: whatever comes from outside is looked at before anybody computes with it.
 */
public final class PlainDecimal {

    /** Digits before and after the point: more than any amount, price or rate has. */
    private static final int MOST_DIGITS = 40;

    private PlainDecimal() {}

    /** @throws InvalidValue when {@code text} is no such number, in the name of {@code field} */
    public static BigDecimal parse(String field, String text) {
        if (text != null && text.length() <= MOST_DIGITS) {
            try {
                return check(field, new BigDecimal(text));
            } catch (NumberFormatException e) {
                // answered below
            }
        }
        throw new InvalidValue(field, "'" + field + "' is not a decimal number");
    }

    /** @throws InvalidValue when it has more digits than that, written out */
    public static BigDecimal check(String field, BigDecimal value) {
        boolean plain = Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
        if (!plain) {
            throw new InvalidValue(field, "'" + field + "' has more than " + MOST_DIGITS + " digits");
        }
        return value;
    }
}
