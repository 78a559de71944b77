package dev.abacus.trade.party;

import dev.abacus.kernel.domain.Money;

/**
 * The customers' credit, from order to payment. Every call is an entry in the customer's account and must be inside the
 * caller's transaction; {@code reference} is the id of what caused it. An entry that would break the account
 * (0 ≤ reserved + used ≤ limit, nothing below zero) is refused.
 */
public interface Credit {

    /** An order is placed. @throws CreditExceeded when it does not fit */
    void reserve(CustomerId customer, Money amount, String reference);

    /** What an order reserved and nobody will deliver is free again. */
    void release(CustomerId customer, Money amount, String reference);

    /** Goods that credit was reserved for are delivered: from now on the customer owes it. */
    void deliver(CustomerId customer, Money amount, String reference);

    /** Delivered goods came back: the customer owes less, and what he had paid of it is refundable. */
    void giveBack(CustomerId customer, Money amount, String reference);

    /** The customer paid. @throws PaymentExceeded when he owes less */
    CreditBalance receive(CustomerId customer, Money amount, String reference);

    /** The customer got money back. @throws PaymentExceeded when less is refundable */
    CreditBalance refund(CustomerId customer, Money amount, String reference);
}
