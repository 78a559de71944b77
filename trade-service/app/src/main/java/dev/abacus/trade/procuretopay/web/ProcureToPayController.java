package dev.abacus.trade.procuretopay.web;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.security.PermissionPoint;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.IdempotencyKey;
import dev.abacus.trade.api.Permissions;
import dev.abacus.trade.api.Reason;
import dev.abacus.trade.api.purchasing.NewReceipt;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import dev.abacus.trade.api.purchasing.ReceiptView;
import dev.abacus.trade.procuretopay.application.EndingPurchaseOrder;
import dev.abacus.trade.procuretopay.application.ReceivingGoods;
import dev.abacus.trade.purchasing.ArrivedGoods;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.PurchaseOrderViews;
import dev.abacus.trade.purchasing.ReceiptId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/purchase-orders/{id}")
@Tag(name = "Purchase orders", description = "From draft to receipt")
class ProcureToPayController {

    private final ReceivingGoods receiving;
    private final EndingPurchaseOrder ending;
    private final PurchaseOrderViews views;

    ProcureToPayController(ReceivingGoods receiving, EndingPurchaseOrder ending, PurchaseOrderViews views) {
        this.receiving = receiving;
        this.ending = ending;
        this.views = views;
    }

    @PostMapping("/receipts")
    @PermissionPoint(Permissions.PURCHASE_ORDER_RECEIVE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "receiveGoods", summary = "Receive goods on an order, all or a part")
    ReceiptView receive(@PathVariable PurchaseOrderId id, @Valid @RequestBody NewReceipt receipt, IdempotencyKey key) {
        ReceiptId entered = receiving.receive(id, goods(receipt), key);
        return views.receipt(id, entered);
    }

    @PostMapping("/cancellation")
    @PermissionPoint(Permissions.PURCHASE_ORDER_CANCEL)
    @Operation(operationId = "cancelPurchaseOrder", summary = "Cancel an order of which nothing arrived")
    ResponseEntity<PurchaseOrderView> cancel(
            @PathVariable PurchaseOrderId id, @Valid @RequestBody Reason reason, IdempotencyKey key) {
        ending.cancel(id, reason.reason(), key);
        return tagged(id);
    }

    @PostMapping("/closure")
    @PermissionPoint(Permissions.PURCHASE_ORDER_CLOSE)
    @Operation(operationId = "closePurchaseOrder", summary = "Close a received order, or a partly received one short")
    ResponseEntity<PurchaseOrderView> close(
            @PathVariable PurchaseOrderId id, @Valid @RequestBody Reason reason, IdempotencyKey key) {
        ending.close(id, reason.reason(), key);
        return tagged(id);
    }

    private ResponseEntity<PurchaseOrderView> tagged(PurchaseOrderId id) {
        PurchaseOrderView view = views.order(id);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(view.version()).etag())
                .body(view);
    }

    private static ArrivedGoods goods(NewReceipt receipt) {
        Map<Integer, Quantity> quantities = new LinkedHashMap<>();
        for (NewReceipt.Line line : receipt.lines() == null ? List.<NewReceipt.Line>of() : receipt.lines()) {
            if (quantities.putIfAbsent(line.line(), line.quantity()) != null) {
                throw new InvalidValue("lines", "line " + line.line() + " is there twice");
            }
        }
        return new ArrivedGoods(receipt.receivedOn(), receipt.warehouse(), quantities);
    }
}
