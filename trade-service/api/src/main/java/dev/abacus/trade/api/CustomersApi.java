package dev.abacus.trade.api;

import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.party.CreditEntryView;
import dev.abacus.trade.api.party.CustomerChange;
import dev.abacus.trade.api.party.CustomerView;
import dev.abacus.trade.api.party.NewCustomer;
import dev.abacus.trade.api.party.NewPayment;
import dev.abacus.trade.api.party.PaymentView;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Customers, their credit and their payments. */
@HttpExchange("/customers")
public interface CustomersApi {

    /** @param search the beginning of a code, or a part of a name */
    @GetExchange
    Slice<CustomerView> list(
            @RequestParam(name = "search", required = false) String search,
            @RequestParam(name = "limit", required = false) Integer limit,
            @RequestParam(name = "cursor", required = false) String cursor);

    @GetExchange("/{id}")
    CustomerView get(@PathVariable("id") String id);

    @PostExchange("/lookup")
    List<CustomerView> lookup(@RequestBody IdList ids);

    @PostExchange
    CustomerView create(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewCustomer customer);

    @PutExchange("/{id}")
    CustomerView change(
            @PathVariable("id") String id,
            @RequestHeader("If-Match") String version,
            @RequestBody CustomerChange change);

    /** The newest entry first. */
    @GetExchange("/{id}/credit-entries")
    Slice<CreditEntryView> creditEntries(
            @PathVariable("id") String id,
            @RequestParam(name = "limit", required = false) Integer limit,
            @RequestParam(name = "cursor", required = false) String cursor);

    @PostExchange("/{id}/payments")
    PaymentView pay(
            @PathVariable("id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewPayment payment);
}
