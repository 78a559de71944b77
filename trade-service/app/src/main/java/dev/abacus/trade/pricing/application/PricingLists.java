package dev.abacus.trade.pricing.application;

import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.domain.PriceBreak;
import dev.abacus.trade.pricing.domain.PriceList;

/** Price lists to look through, page by page. */
public interface PricingLists {

    /** The newest first. */
    Slice<PriceList> list(PageRequest page);

    /** @param sku null for all */
    Slice<PriceBreak> prices(PriceListId list, Sku sku, PageRequest page);
}
