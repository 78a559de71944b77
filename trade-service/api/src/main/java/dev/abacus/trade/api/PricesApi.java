package dev.abacus.trade.api;

import dev.abacus.trade.api.pricing.PriceAnswer;
import dev.abacus.trade.api.pricing.PriceQuestions;
import dev.abacus.trade.api.pricing.PriceView;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The price that a customer gets now, before promotions. */
@HttpExchange("/prices")
public interface PricesApi {

    /** Problem {@code no-price} when no valid list has the SKU in that unit and quantity. */
    @GetExchange
    PriceView price(
            @RequestParam("customer") String customerId,
            @RequestParam("sku") String sku,
            @RequestParam("quantity") String quantity,
            @RequestParam("unit") String unit);

    @PostExchange("/lookup")
    List<PriceAnswer> lookup(@RequestBody PriceQuestions questions);
}
