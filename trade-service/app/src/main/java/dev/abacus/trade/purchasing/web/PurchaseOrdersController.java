package dev.abacus.trade.purchasing.web;

import dev.abacus.kernel.security.Caller;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.purchasing.NewPurchaseOrder;
import dev.abacus.trade.api.purchasing.PurchaseOrderStatus;
import dev.abacus.trade.api.purchasing.PurchaseOrderSummary;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import dev.abacus.trade.api.purchasing.ReceiptView;
import dev.abacus.trade.party.SupplierId;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.PurchaseOrderViews;
import dev.abacus.trade.purchasing.application.ApprovingPurchaseOrder;
import dev.abacus.trade.purchasing.application.DraftingPurchaseOrder;
import dev.abacus.trade.purchasing.application.PurchaseOrderLists;
import dev.abacus.trade.purchasing.domain.PurchaseOrders;
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

@RestController
@RequestMapping("/purchase-orders")
@Tag(name = "Purchase orders", description = "From draft to receipt")
class PurchaseOrdersController {

    private final DraftingPurchaseOrder drafting;
    private final ApprovingPurchaseOrder approving;
    private final PurchaseOrders orders;
    private final PurchaseOrderLists pages;
    private final PurchaseOrderViews views;

    PurchaseOrdersController(
            DraftingPurchaseOrder drafting,
            ApprovingPurchaseOrder approving,
            PurchaseOrders orders,
            PurchaseOrderLists pages,
            PurchaseOrderViews views) {
        this.drafting = drafting;
        this.approving = approving;
        this.orders = orders;
        this.pages = pages;
        this.views = views;
    }

    @GetMapping
    @PermissionPoint(Permissions.PURCHASE_ORDER_READ)
    @Operation(operationId = "listPurchaseOrders", summary = "Purchase orders, the newest first")
    Slice<PurchaseOrderSummary> list(
            @RequestParam(required = false) SupplierId supplier,
            @RequestParam(required = false) PurchaseOrderStatus status,
            PageRequest page) {
        var wanted =
                status == null ? null : dev.abacus.trade.purchasing.domain.PurchaseOrderStatus.valueOf(status.name());
        return pages.list(supplier, wanted, page).map(PurchaseOrderForms::view);
    }

    @GetMapping("/{id}")
    @PermissionPoint(Permissions.PURCHASE_ORDER_READ)
    @Operation(operationId = "getPurchaseOrder", summary = "One purchase order with its lines")
    ResponseEntity<PurchaseOrderView> get(@PathVariable PurchaseOrderId id) {
        return tagged(ResponseEntity.ok(), id);
    }

    @PostMapping
    @PermissionPoint(Permissions.PURCHASE_ORDER_WRITE)
    @Operation(operationId = "draftPurchaseOrder", summary = "Draft a purchase order")
    ResponseEntity<PurchaseOrderView> draft(@Valid @RequestBody NewPurchaseOrder order, IdempotencyKey key) {
        PurchaseOrderId id = drafting.draft(
                PurchaseOrderForms.request(order), Caller.current().userId(), key);
        return tagged(ResponseEntity.created(URI.create("/purchase-orders/" + id)), id);
    }

    @PutMapping("/{id}")
    @PermissionPoint(Permissions.PURCHASE_ORDER_WRITE)
    @Operation(operationId = "changePurchaseOrder", summary = "Change a draft")
    ResponseEntity<PurchaseOrderView> redraft(
            @PathVariable PurchaseOrderId id, EntityVersion version, @Valid @RequestBody NewPurchaseOrder order) {
        drafting.redraft(id, version, PurchaseOrderForms.request(order));
        return tagged(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/approval")
    @PermissionPoint(Permissions.PURCHASE_ORDER_APPROVE)
    @Operation(operationId = "approvePurchaseOrder", summary = "Approve a draft as it was seen")
    ResponseEntity<PurchaseOrderView> approve(@PathVariable PurchaseOrderId id, EntityVersion version) {
        approving.approve(id, version, Caller.current().userId());
        return tagged(ResponseEntity.ok(), id);
    }

    @GetMapping("/{id}/receipts")
    @PermissionPoint(Permissions.PURCHASE_ORDER_READ)
    @Operation(operationId = "listReceipts", summary = "What arrived on an order, the oldest first")
    List<ReceiptView> receipts(@PathVariable PurchaseOrderId id) {
        views.order(id);
        return orders.receipts(id).stream().map(PurchaseOrderForms::view).toList();
    }

    private ResponseEntity<PurchaseOrderView> tagged(ResponseEntity.BodyBuilder answer, PurchaseOrderId id) {
        PurchaseOrderView view = views.order(id);
        return answer.eTag(new EntityVersion(view.version()).etag()).body(view);
    }
}
