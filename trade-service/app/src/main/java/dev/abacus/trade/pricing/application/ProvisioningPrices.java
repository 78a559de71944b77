package dev.abacus.trade.pricing.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.pricing.domain.PriceList;
import dev.abacus.trade.pricing.domain.PriceLists;
import java.time.Clock;
import java.util.Currency;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new company its price list for everybody, to put its first prices in. */
@Service
public class ProvisioningPrices {

    /** The code of the list that every company has. */
    public static final String STANDARD = "STANDARD";

    private final PriceLists lists;
    private final Ids ids;
    private final Clock clock;

    ProvisioningPrices(PriceLists lists, Ids ids, Clock clock) {
        this.lists = lists;
        this.ids = ids;
        this.clock = clock;
    }

    /** Nothing happens the second time. */
    @Transactional
    public void provision(Currency currency) {
        if (lists.findByCode(STANDARD).isEmpty()) {
            var id = new PriceListId(ids.next());
            Validity sinceNow = Validity.since(clock.instant());
            lists.add(new PriceList(id, STANDARD, "Standard prices", null, currency, sinceNow, 0));
        }
    }
}
