package dev.abacus.trade.catalogue.http;

import dev.abacus.inventory.api.ProductsFound;
import dev.abacus.inventory.api.SkuLookup;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The product lookup that inventory-service has for other services, in a tenant that they name. */
@HttpExchange("/internal/tenants")
interface ProductsForServices {

    @PostExchange("/{tenant}/products/lookup")
    ProductsFound lookup(
            @PathVariable("tenant") String tenant,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @RequestBody SkuLookup lookup);
}
