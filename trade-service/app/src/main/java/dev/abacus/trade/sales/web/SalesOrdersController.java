package dev.abacus.trade.sales.web;

import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.sales.DeliveryView;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.Quote;
import dev.abacus.trade.api.sales.ReturnView;
import dev.abacus.trade.api.sales.SalesOrderStatus;
import dev.abacus.trade.api.sales.SalesOrderSummary;
import dev.abacus.trade.api.sales.SalesOrderView;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.sales.Quoting;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.SalesOrderViews;
import dev.abacus.trade.sales.application.DraftingSalesOrder;
import dev.abacus.trade.sales.application.SalesOrderLists;
import dev.abacus.trade.sales.domain.SalesOrders;
import dev.abacus.trade.sales.domain.Shipment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads sales orders, quotes and drafts them; what makes an order binding is the process module's. */
@RestController
@RequestMapping("/sales-orders")
@Tag(name = "Sales orders", description = "From quote to return")
class SalesOrdersController {

    private final Quoting quoting;
    private final DraftingSalesOrder drafting;
    private final SalesOrders orders;
    private final SalesOrderLists pages;
    private final SalesOrderViews views;

    SalesOrdersController(
            Quoting quoting,
            DraftingSalesOrder drafting,
            SalesOrders orders,
            SalesOrderLists pages,
            SalesOrderViews views) {
        this.quoting = quoting;
        this.drafting = drafting;
        this.orders = orders;
        this.pages = pages;
        this.views = views;
    }

    @GetMapping
    @PermissionPoint(Permissions.SALES_ORDER_READ)
    @Operation(operationId = "listSalesOrders", summary = "Sales orders, the newest first")
    Slice<SalesOrderSummary> list(
            @RequestParam(required = false) CustomerId customer,
            @RequestParam(required = false) SalesOrderStatus status,
            PageRequest page) {
        var wanted = status == null ? null : dev.abacus.trade.sales.domain.SalesOrderStatus.valueOf(status.name());
        return pages.list(customer, wanted, page).map(SalesOrderForms::view);
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.SALES_ORDER_READ)
    @Operation(operationId = "getSalesOrder", summary = "One sales order with its lines")
    ResponseEntity<SalesOrderView> get(@PathVariable SalesOrderId id) {
        return tagged(ResponseEntity.ok(), id);
    }

    @PostMapping("/quotes")
    @PermissionPoint(Permissions.SALES_ORDER_DRAFT)
    @Operation(operationId = "quoteSalesOrder", summary = "What an order would come to now; reserves nothing")
    Quote quote(@Valid @RequestBody NewSalesOrder order) {
        return SalesOrderForms.view(quoting.quote(SalesOrderForms.request(order)));
    }

    @PostMapping("/drafts")
    @PermissionPoint(Permissions.SALES_ORDER_DRAFT)
    @Operation(operationId = "draftSalesOrder", summary = "Write an order down without placing it")
    ResponseEntity<SalesOrderView> draft(@Valid @RequestBody NewSalesOrder order, IdempotencyKey key) {
        SalesOrderId id =
                drafting.draft(SalesOrderForms.request(order), Caller.current().userId(), key);
        return tagged(ResponseEntity.created(URI.create("/sales-orders/" + id)), id);
    }

    @PutMapping("/drafts/{id}")
    @PermissionPoint(Permissions.SALES_ORDER_DRAFT)
    @Operation(operationId = "changeSalesOrderDraft", summary = "Change a draft; it is priced anew")
    ResponseEntity<SalesOrderView> redraft(
            @PathVariable SalesOrderId id, EntityVersion version, @Valid @RequestBody NewSalesOrder order) {
        drafting.redraft(id, version, SalesOrderForms.request(order));
        return tagged(ResponseEntity.ok(), id);
    }

    @GetMapping("/{id}/deliveries")
    @PermissionPoint(Permissions.SALES_ORDER_READ)
    @Operation(operationId = "listDeliveries", summary = "An order's deliveries, the oldest first")
    List<DeliveryView> deliveries(@PathVariable SalesOrderId id) {
        return shipments(id, Shipment.Direction.DELIVERY).stream()
                .map(SalesOrderForms::delivery)
                .toList();
    }

    @GetMapping("/{id}/returns")
    @PermissionPoint(Permissions.SALES_ORDER_READ)
    @Operation(operationId = "listReturns", summary = "An order's returns, the oldest first")
    List<ReturnView> returns(@PathVariable SalesOrderId id) {
        return shipments(id, Shipment.Direction.RETURN).stream()
                .map(SalesOrderForms::goodsBack)
                .toList();
    }

    private List<Shipment> shipments(SalesOrderId id, Shipment.Direction direction) {
        views.order(id);
        return orders.shipments(id, direction);
    }

    private ResponseEntity<SalesOrderView> tagged(ResponseEntity.BodyBuilder answer, SalesOrderId id) {
        SalesOrderView view = views.order(id);
        return answer.eTag(new EntityVersion(view.version()).etag()).body(view);
    }
}
