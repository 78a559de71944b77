package dev.abacus.trade.party.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CreditBalance;

/**
 * How one event moves the balances of a credit account. A balance is the sum of its movements (I5), so a movement is
 * never changed; a mistake is put right by another one.
 */
public record CreditMovement(Reason reason, Money reserved, Money used, Money refundable) {

    /** Why an account moved. The names are kept with the entries. */
    public enum Reason {
        ORDER_PLACED,
        ORDER_RELEASED,
        DELIVERED,
        RETURNED,
        PAID,
        REFUNDED
    }

    public static CreditMovement ofOrder(Money amount) {
        return new CreditMovement(Reason.ORDER_PLACED, positive(amount), none(amount), none(amount));
    }

    public static CreditMovement ofRelease(Money amount) {
        return new CreditMovement(Reason.ORDER_RELEASED, minus(amount), none(amount), none(amount));
    }

    public static CreditMovement ofDelivery(Money amount) {
        return new CreditMovement(Reason.DELIVERED, minus(amount), positive(amount), none(amount));
    }

    /** Takes from what {@code before} says is owed first; what goes beyond was paid already and is refundable. */
    public static CreditMovement ofReturn(Money amount, CreditBalance before) {
        Money unpaid = positive(amount).min(before.used());
        return new CreditMovement(Reason.RETURNED, none(amount), none(amount).minus(unpaid), amount.minus(unpaid));
    }

    public static CreditMovement ofPayment(Money amount) {
        return new CreditMovement(Reason.PAID, none(amount), minus(amount), none(amount));
    }

    public static CreditMovement ofRefund(Money amount) {
        return new CreditMovement(Reason.REFUNDED, none(amount), none(amount), minus(amount));
    }

    public boolean isNothing() {
        return reserved.isZero() && used.isZero() && refundable.isZero();
    }

    private static Money positive(Money amount) {
        if (amount.isNegative()) {
            throw new InvalidValue("amount", "an amount on credit is not negative: " + amount);
        }
        return amount;
    }

    private static Money minus(Money amount) {
        return none(amount).minus(positive(amount));
    }

    private static Money none(Money amount) {
        return Money.zero(amount.currency());
    }
}
