package dev.abacus.trade.api;

import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.sales.DeliveryView;
import dev.abacus.trade.api.sales.NewDelivery;
import dev.abacus.trade.api.sales.NewReturn;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.Quote;
import dev.abacus.trade.api.sales.ReturnView;
import dev.abacus.trade.api.sales.SalesOrderStatus;
import dev.abacus.trade.api.sales.SalesOrderSummary;
import dev.abacus.trade.api.sales.SalesOrderView;
import dev.abacus.trade.api.sales.StuckPlacement;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Sales orders, from quote to return. */
@HttpExchange("/sales-orders")
public interface SalesOrdersApi {

    /** The newest first. */
    @GetExchange
    Slice<SalesOrderSummary> list(
            @RequestParam(name = "customer", required = false) String customerId,
            @RequestParam(name = "status", required = false) SalesOrderStatus status,
            @RequestParam(name = "limit", required = false) Integer limit,
            @RequestParam(name = "cursor", required = false) String cursor);

    @GetExchange("/{id}")
    SalesOrderView get(@PathVariable("id") String id);

    @PostExchange("/quotes")
    Quote quote(@RequestBody NewSalesOrder order);

    /** Places an order at once: afterwards credit, promotion quota and stock are reserved for it, or nothing is. */
    @PostExchange
    SalesOrderView place(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewSalesOrder order);

    @PostExchange("/drafts")
    SalesOrderView draft(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewSalesOrder order);

    @PutExchange("/drafts/{id}")
    SalesOrderView redraft(
            @PathVariable("id") String id, @RequestHeader("If-Match") String version, @RequestBody NewSalesOrder order);

    /** Places a draft at the prices of this moment. */
    @PostExchange("/{id}/placement")
    SalesOrderView placeDraft(@PathVariable("id") String id, @RequestHeader("If-Match") String version);

    @PostExchange("/{id}/cancellation")
    SalesOrderView cancel(
            @PathVariable("id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Reason reason);

    /** Closes a delivered order, or a partly delivered one short: what is not delivered by now never will be. */
    @PostExchange("/{id}/closure")
    SalesOrderView close(
            @PathVariable("id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Reason reason);

    @GetExchange("/{id}/deliveries")
    List<DeliveryView> deliveries(@PathVariable("id") String id);

    @PostExchange("/{id}/deliveries")
    DeliveryView deliver(
            @PathVariable("id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewDelivery delivery);

    @GetExchange("/{id}/returns")
    List<ReturnView> returns(@PathVariable("id") String id);

    @PostExchange("/{id}/returns")
    ReturnView giveBack(
            @PathVariable("id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewReturn goods);

    @GetExchange("/stuck-placements")
    List<StuckPlacement> stuckPlacements();
}
