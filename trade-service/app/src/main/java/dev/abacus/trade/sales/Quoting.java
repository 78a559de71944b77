package dev.abacus.trade.sales;

/** Says what an order would come to now. */
public interface Quoting {

    /**
     * Reserves nothing.
     *
     * @throws dev.abacus.trade.catalogue.UnknownSku and the catalogue's other refusals
     * @throws dev.abacus.trade.pricing.NoPrice when a line has no price
     */
    PricedOrder quote(OrderRequest request);
}
