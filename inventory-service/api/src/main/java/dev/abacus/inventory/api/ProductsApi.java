package dev.abacus.inventory.api;

import dev.abacus.kernel.web.Slice;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What is kept in stock, and the units that it is bought, kept and sold in. */
@HttpExchange("/products")
public interface ProductsApi {

    /**
     * In the order of the SKUs.
     *
     * @param text part of the name or the beginning of the SKU or a whole barcode; null for any
     * @param category this category and those below it; null for any
     * @param active null for any
     */
    @GetExchange
    Slice<ProductView> list(
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) Boolean active,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor);

    @GetExchange("/{id}")
    ProductView get(@PathVariable String id);

    @GetExchange("/by-sku/{sku}")
    ProductView bySku(@PathVariable String sku);

    /** Many at once; SKUs that name no product come back as unknown and are no error. */
    @PostExchange("/lookup")
    ProductsFound lookup(@RequestBody SkuLookup lookup);

    /** @param idempotencyKey null when the caller never repeats */
    @PostExchange
    ProductView add(
            @RequestBody NewProduct product,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey);

    /** @param version the quoted version that the change is meant for: {@code "3"} */
    @PutExchange("/{id}")
    ProductView change(
            @PathVariable String id, @RequestBody ProductChange change, @RequestHeader("If-Match") String version);
}
