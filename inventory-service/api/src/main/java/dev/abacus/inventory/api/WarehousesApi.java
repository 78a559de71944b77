package dev.abacus.inventory.api;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The places where stock is kept; a tenant has few of them, so they come in one list. */
@HttpExchange("/warehouses")
public interface WarehousesApi {

    @GetExchange
    List<WarehouseView> all();

    @GetExchange("/{id}")
    WarehouseView get(@PathVariable String id);

    /** @param idempotencyKey null when the caller never repeats */
    @PostExchange
    WarehouseView open(
            @RequestBody NewWarehouse warehouse,
            @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey);

    /** @param version the quoted version that the change is meant for: {@code "3"} */
    @PutExchange("/{id}")
    WarehouseView change(
            @PathVariable String id, @RequestBody WarehouseChange change, @RequestHeader("If-Match") String version);
}
