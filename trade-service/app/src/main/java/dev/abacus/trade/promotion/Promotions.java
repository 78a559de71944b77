package dev.abacus.trade.promotion;

/** The promotions of this moment, for the other modules. */
public interface Promotions {

    /** What they take off; reserves nothing. */
    Discounts discounts(Basket basket);
}
