package dev.abacus.trade.party;

import dev.abacus.trade.api.party.CreditView;

/** Credit in the words of the API. */
public final class CreditViews {

    private CreditViews() {}

    public static CreditView of(CreditBalance balance) {
        return new CreditView(
                balance.limit(), balance.reserved(), balance.used(), balance.refundable(), balance.available());
    }
}
