package dev.abacus.trade.ordertocash.domain;

/** The payments of the current tenant's customers. */
public interface Payments {

    void add(Payment payment);
}
