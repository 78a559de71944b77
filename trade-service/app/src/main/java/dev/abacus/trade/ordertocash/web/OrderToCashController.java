package dev.abacus.trade.ordertocash.web;

import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.Reason;
import dev.abacus.trade.api.sales.DeliveryView;
import dev.abacus.trade.api.sales.NewDelivery;
import dev.abacus.trade.api.sales.NewReturn;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.ReturnView;
import dev.abacus.trade.api.sales.SalesOrderView;
import dev.abacus.trade.api.sales.StuckPlacement;
import dev.abacus.trade.ordertocash.application.CancellingSalesOrder;
import dev.abacus.trade.ordertocash.application.ClosingSalesOrder;
import dev.abacus.trade.ordertocash.application.DeliveringSalesOrder;
import dev.abacus.trade.ordertocash.application.PlaceOrder;
import dev.abacus.trade.ordertocash.application.PlacingSalesOrder;
import dev.abacus.trade.ordertocash.application.ReturningSales;
import dev.abacus.trade.ordertocash.application.StuckPlacements;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.SalesOrderViews;
import dev.abacus.trade.sales.ShipmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sales-orders")
@Tag(name = "Sales orders", description = "From quote to return")
class OrderToCashController {

    private final PlacingSalesOrder placing;
    private final DeliveringSalesOrder delivering;
    private final ReturningSales returning;
    private final CancellingSalesOrder cancelling;
    private final ClosingSalesOrder closing;
    private final StuckPlacements stuck;
    private final SalesOrderViews views;

    OrderToCashController(
            PlacingSalesOrder placing,
            DeliveringSalesOrder delivering,
            ReturningSales returning,
            CancellingSalesOrder cancelling,
            ClosingSalesOrder closing,
            StuckPlacements stuck,
            SalesOrderViews views) {
        this.placing = placing;
        this.delivering = delivering;
        this.returning = returning;
        this.cancelling = cancelling;
        this.closing = closing;
        this.stuck = stuck;
        this.views = views;
    }

    @PostMapping
    @PermissionPoint(Permissions.SALES_ORDER_PLACE)
    @Operation(
            operationId = "placeSalesOrder",
            summary = "Place an order: credit, promotion quota and stock are reserved for it, or nothing is")
    ResponseEntity<SalesOrderView> place(@Valid @RequestBody NewSalesOrder order, IdempotencyKey key) {
        var command = new PlaceOrder(
                views.request(order), order.expectedTotal(), Caller.current().userId());
        SalesOrderId id = placing.place(command, key);
        return tagged(ResponseEntity.created(URI.create("/sales-orders/" + id)), id);
    }

    @PostMapping("/{id}/placement")
    @PermissionPoint(Permissions.SALES_ORDER_PLACE)
    @Operation(operationId = "placeSalesOrderDraft", summary = "Place a draft at the prices of this moment")
    ResponseEntity<SalesOrderView> placeDraft(@PathVariable SalesOrderId id, EntityVersion version) {
        return tagged(
                ResponseEntity.ok(),
                placing.placeDraft(id, version, Caller.current().userId()));
    }

    @PostMapping("/{id}/cancellation")
    @PermissionPoint(Permissions.SALES_ORDER_CANCEL)
    @Operation(operationId = "cancelSalesOrder", summary = "Cancel an order of which nothing was delivered")
    ResponseEntity<SalesOrderView> cancel(
            @PathVariable SalesOrderId id, @Valid @RequestBody Reason reason, IdempotencyKey key) {
        cancelling.cancel(id, reason.reason(), key);
        return tagged(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/closure")
    @PermissionPoint(Permissions.SALES_ORDER_CLOSE)
    @Operation(operationId = "closeSalesOrder", summary = "Close a delivered order, or a partly delivered one short")
    ResponseEntity<SalesOrderView> close(
            @PathVariable SalesOrderId id, @Valid @RequestBody Reason reason, IdempotencyKey key) {
        closing.close(id, reason.reason(), key);
        return tagged(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/deliveries")
    @PermissionPoint(Permissions.SALES_ORDER_DELIVER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "deliverSalesOrder", summary = "Deliver an order, or a part of it")
    DeliveryView deliver(@PathVariable SalesOrderId id, @Valid @RequestBody NewDelivery delivery, IdempotencyKey key) {
        ShipmentId entered = delivering.deliver(id, OrderForms.goods(delivery), key);
        return views.delivery(id, entered);
    }

    @PostMapping("/{id}/returns")
    @PermissionPoint(Permissions.SALES_ORDER_RETURN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "returnSales", summary = "Take delivered goods back")
    ReturnView giveBack(@PathVariable SalesOrderId id, @Valid @RequestBody NewReturn goods, IdempotencyKey key) {
        ShipmentId entered = returning.takeBack(id, OrderForms.goods(goods), key);
        return views.goodsBack(id, entered);
    }

    @GetMapping("/stuck-placements")
    @PermissionPoint(Permissions.SALES_ORDER_READ)
    @Operation(
            operationId = "listStuckPlacements",
            summary = "Placements that should have ended by now, with what the coordinator says of them")
    List<StuckPlacement> stuckPlacements() {
        return stuck.list().stream()
                .map(found -> new StuckPlacement(
                        found.placement().order().toString(),
                        found.placement().customer().toString(),
                        found.placement().since(),
                        found.placement().transaction(),
                        found.coordinatorStatus()))
                .toList();
    }

    private ResponseEntity<SalesOrderView> tagged(ResponseEntity.BodyBuilder answer, SalesOrderId id) {
        SalesOrderView view = views.order(id);
        return answer.eTag(new EntityVersion(view.version()).etag()).body(view);
    }
}
