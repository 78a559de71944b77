package dev.abacus.trade.ordertocash.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.ordertocash.PaymentId;
import dev.abacus.trade.party.CustomerId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Money that changed hands.
 *
 * @param paidOn the day on the paper
 * @param note such as the paper's number; may be null
 */
public record Payment(
        PaymentId id,
        CustomerId customer,
        Direction direction,
        Money amount,
        LocalDate paidOn,
        String note,
        Instant recordedAt) {

    /** Which way the money went. The names are kept with the payments. */
    public enum Direction {
        RECEIVED,
        REFUNDED
    }

    public Payment {
        if (amount.isNegative() || amount.isZero()) {
            throw new InvalidValue("amount", "a payment is more than zero");
        }
    }
}
