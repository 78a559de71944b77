package dev.abacus.trade.pricing;

import dev.abacus.kernel.domain.InvalidValue;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time, half open: {@code from} belongs to it and {@code to} does not, so that one window can follow on
 * another without a gap and without an overlap.
 *
 * @param to null for ever
 */
public record Validity(Instant from, Instant to) {

    public Validity {
        Objects.requireNonNull(from, "from");
        if (to != null && !from.isBefore(to)) {
            throw new InvalidValue("validTo", "validity must end after it begins");
        }
    }

    public static Validity since(Instant from) {
        return new Validity(from, null);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && (to == null || moment.isBefore(to));
    }
}
