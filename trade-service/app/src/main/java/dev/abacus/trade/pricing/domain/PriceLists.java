package dev.abacus.trade.pricing.domain;

import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.pricing.PriceListId;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The price lists of the current tenant and what is in them. */
public interface PriceLists {

    Optional<PriceList> find(PriceListId id);

    Optional<PriceList> findByCode(String code);

    /** The lists that {@code customer} gets prices from at {@code moment}, with what they have for {@code skus}. */
    Map<PriceList, List<PriceBreak>> holding(
            CustomerId customer, Currency currency, Instant moment, Collection<Sku> skus);

    /** @throws dev.abacus.kernel.domain.DomainException {@code code-taken} when another list has the code */
    void add(PriceList list);

    /** @throws dev.abacus.kernel.web.EntityVersion.Stale when it has changed since it was read */
    void update(PriceList list);

    /** Each price replaces the one of the same SKU, unit and least quantity, or is new. */
    void put(PriceListId list, List<PriceBreak> prices);
}
