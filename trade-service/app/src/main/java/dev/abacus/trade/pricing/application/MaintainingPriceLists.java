package dev.abacus.trade.pricing.application;

import dev.abacus.kernel.domain.Ids;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.idempotency.Idempotency;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.catalogue.Catalogue;
import dev.abacus.trade.catalogue.Products;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.Parties;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.pricing.domain.PriceBreak;
import dev.abacus.trade.pricing.domain.PriceList;
import dev.abacus.trade.pricing.domain.PriceLists;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes price lists and puts prices in. */
@Service
public class MaintainingPriceLists {

    private final PriceLists lists;
    private final Parties parties;
    private final Catalogue catalogue;
    private final Idempotency idempotency;
    private final TransactionTemplate transaction;
    private final Ids ids;

    MaintainingPriceLists(
            PriceLists lists,
            Parties parties,
            Catalogue catalogue,
            Idempotency idempotency,
            TransactionTemplate transaction,
            Ids ids) {
        this.lists = lists;
        this.parties = parties;
        this.catalogue = catalogue;
        this.idempotency = idempotency;
        this.transaction = transaction;
        this.ids = ids;
    }

    /** @param customer whom alone it is for; null for everybody */
    public record NewList(String code, String name, CustomerId customer, Currency currency, Validity validity) {}

    public PriceListId make(NewList wanted, IdempotencyKey key) {
        if (wanted.customer() != null) {
            Currency his = parties.customer(wanted.customer()).currency();
            if (!his.equals(wanted.currency())) {
                throw new InvalidValue("currency", "the customer's currency is " + his);
            }
        }
        return idempotency.once(key, "price-list.make", wanted, PriceListId.class, () -> {
            var id = new PriceListId(ids.next());
            lists.add(new PriceList(
                    id, wanted.code(), wanted.name(), wanted.customer(), wanted.currency(), wanted.validity(), 0));
            return id;
        });
    }

    @Transactional
    public void change(PriceListId id, EntityVersion seen, String name, Validity validity) {
        PriceList list = require(id);
        seen.mustBe(list.version());
        list.change(name, validity);
        lists.update(list);
    }

    /** Puts prices in; each replaces the one of the same SKU, unit and least quantity. All of them, or none. */
    public void put(PriceListId id, List<PriceBreak> prices) {
        PriceList list = require(id);
        prices.forEach(list::checked);
        var skus = prices.stream().map(PriceBreak::sku).distinct().toList();
        Products products = catalogue.find(skus).requireAll(skus);
        prices.forEach(price -> products.inUnit(price.sku(), price.from().unit()));
        transaction.executeWithoutResult(status -> lists.put(id, prices));
    }

    private PriceList require(PriceListId id) {
        return lists.find(id).orElseThrow(() -> new NotFound("price list", id));
    }
}
