package dev.abacus.trade.api;

import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.pricing.NewPriceList;
import dev.abacus.trade.api.pricing.PriceBreak;
import dev.abacus.trade.api.pricing.PriceBreaks;
import dev.abacus.trade.api.pricing.PriceListChange;
import dev.abacus.trade.api.pricing.PriceListView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Price lists. */
@HttpExchange("/price-lists")
public interface PriceListsApi {

    @GetExchange
    Slice<PriceListView> list(
            @RequestParam(name = "limit", required = false) Integer limit,
            @RequestParam(name = "cursor", required = false) String cursor);

    @GetExchange("/{id}")
    PriceListView get(@PathVariable("id") String id);

    @PostExchange
    PriceListView create(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewPriceList list);

    @PutExchange("/{id}")
    PriceListView change(
            @PathVariable("id") String id,
            @RequestHeader("If-Match") String version,
            @RequestBody PriceListChange change);

    @GetExchange("/{id}/prices")
    Slice<PriceBreak> prices(
            @PathVariable("id") String id,
            @RequestParam(name = "sku", required = false) String sku,
            @RequestParam(name = "limit", required = false) Integer limit,
            @RequestParam(name = "cursor", required = false) String cursor);

    @PutExchange("/{id}/prices")
    void putPrices(@PathVariable("id") String id, @RequestBody PriceBreaks prices);
}
