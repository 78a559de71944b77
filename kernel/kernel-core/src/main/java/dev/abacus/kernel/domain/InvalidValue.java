package dev.abacus.kernel.domain;

import java.util.Map;

/** A value that breaks its own invariant: a negative quantity, money without a currency, a SKU with a blank. */
public final class InvalidValue extends DomainException {

    public InvalidValue(String field, String message) {
        super(Kind.INVALID, "invalid-value", message, Map.of("field", field));
    }
}
