package dev.abacus.kernel.domain;

/**
 * A typed identity: a record around one positive 64-bit number, so that a product's id cannot be passed for an order's.
 * It is written as a decimal string on the wire, because a JavaScript number loses its last digits, and read from a
 * path by the record's {@code valueOf(String)}.
 */
public interface Identifier {

    long value();

    /**
     * The number in {@code text}.
     *
     * @throws InvalidValue when {@code text} is not a positive decimal number of at most 63 bits
     */
    static long parse(String text) {
        try {
            long value = Long.parseLong(text);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, in the caller's words
        }
        throw new InvalidValue("id", "'" + text + "' is not an id");
    }

    /** Refuses a number that no generator hands out. */
    static void check(long value) {
        if (value <= 0) {
            throw new InvalidValue("id", "an id is a positive number, not " + value);
        }
    }
}
