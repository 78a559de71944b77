package dev.abacus.trade.api;

import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.party.NewSupplier;
import dev.abacus.trade.api.party.SupplierChange;
import dev.abacus.trade.api.party.SupplierView;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Suppliers. */
@HttpExchange("/suppliers")
public interface SuppliersApi {

    /** @param search the beginning of a code, or a part of a name */
    @GetExchange
    Slice<SupplierView> list(
            @RequestParam(name = "search", required = false) String search,
            @RequestParam(name = "limit", required = false) Integer limit,
            @RequestParam(name = "cursor", required = false) String cursor);

    @GetExchange("/{id}")
    SupplierView get(@PathVariable("id") String id);

    @PostExchange("/lookup")
    List<SupplierView> lookup(@RequestBody IdList ids);

    @PostExchange
    SupplierView create(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewSupplier supplier);

    @PutExchange("/{id}")
    SupplierView change(
            @PathVariable("id") String id,
            @RequestHeader("If-Match") String version,
            @RequestBody SupplierChange change);
}
