package dev.abacus.trade.api;

import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.promotion.NewPromotion;
import dev.abacus.trade.api.promotion.PromotionChange;
import dev.abacus.trade.api.promotion.PromotionView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Promotions. */
@HttpExchange("/promotions")
public interface PromotionsApi {

    @GetExchange
    Slice<PromotionView> list(
            @RequestParam(name = "limit", required = false) Integer limit,
            @RequestParam(name = "cursor", required = false) String cursor);

    @GetExchange("/{id}")
    PromotionView get(@PathVariable("id") String id);

    @PostExchange
    PromotionView create(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewPromotion promotion);

    @PutExchange("/{id}")
    PromotionView change(
            @PathVariable("id") String id,
            @RequestHeader("If-Match") String version,
            @RequestBody PromotionChange change);
}
