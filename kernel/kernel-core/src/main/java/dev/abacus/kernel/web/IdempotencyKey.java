package dev.abacus.kernel.web;

import dev.abacus.kernel.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * The caller's name for one intended effect, from the {@code Idempotency-Key} header; a controller takes it as an
 * argument. The same key has the same one effect however often it is sent (I7).
 *
 * @param value 8 to 128 visible ASCII characters, or {@code null} when the caller sent none
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";
    private static final IdempotencyKey NONE = new IdempotencyKey(null);
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{8,128}");

    public IdempotencyKey {
        if (value != null && !FORM.matcher(value).matches()) {
            throw new InvalidValue(HEADER, HEADER + " takes 8 to 128 visible ASCII characters without blanks");
        }
    }

    public static IdempotencyKey of(String value) {
        return new IdempotencyKey(value);
    }

    public static IdempotencyKey none() {
        return NONE;
    }

    public boolean isPresent() {
        return value != null;
    }
}
