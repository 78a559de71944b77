package dev.abacus.trade.api;

import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.purchasing.NewPurchaseOrder;
import dev.abacus.trade.api.purchasing.NewReceipt;
import dev.abacus.trade.api.purchasing.PurchaseOrderStatus;
import dev.abacus.trade.api.purchasing.PurchaseOrderSummary;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import dev.abacus.trade.api.purchasing.ReceiptView;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Purchase orders, from draft to receipt. */
@HttpExchange("/purchase-orders")
public interface PurchaseOrdersApi {

    /** The newest first. */
    @GetExchange
    Slice<PurchaseOrderSummary> list(
            @RequestParam(name = "supplier", required = false) String supplierId,
            @RequestParam(name = "status", required = false) PurchaseOrderStatus status,
            @RequestParam(name = "limit", required = false) Integer limit,
            @RequestParam(name = "cursor", required = false) String cursor);

    @GetExchange("/{id}")
    PurchaseOrderView get(@PathVariable("id") String id);

    @PostExchange
    PurchaseOrderView draft(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewPurchaseOrder order);

    @PutExchange("/{id}")
    PurchaseOrderView redraft(
            @PathVariable("id") String id,
            @RequestHeader("If-Match") String version,
            @RequestBody NewPurchaseOrder order);

    /** Approves the draft as the approver saw it. */
    @PostExchange("/{id}/approval")
    PurchaseOrderView approve(@PathVariable("id") String id, @RequestHeader("If-Match") String version);

    @PostExchange("/{id}/cancellation")
    PurchaseOrderView cancel(
            @PathVariable("id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Reason reason);

    /** Closes a received order, or a partly received one short. */
    @PostExchange("/{id}/closure")
    PurchaseOrderView close(
            @PathVariable("id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Reason reason);

    @GetExchange("/{id}/receipts")
    List<ReceiptView> receipts(@PathVariable("id") String id);

    @PostExchange("/{id}/receipts")
    ReceiptView receive(
            @PathVariable("id") String id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewReceipt receipt);
}
