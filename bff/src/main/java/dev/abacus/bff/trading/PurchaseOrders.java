package dev.abacus.bff.trading;

import dev.abacus.bff.catalogue.CachedProducts;
import dev.abacus.inventory.api.ProductView;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.PurchaseOrdersApi;
import dev.abacus.trade.api.purchasing.NewPurchaseOrder;
import dev.abacus.trade.api.purchasing.NewReceipt;
import dev.abacus.trade.api.purchasing.PurchaseOrderLineView;
import dev.abacus.trade.api.purchasing.PurchaseOrderStatus;
import dev.abacus.trade.api.purchasing.PurchaseOrderSummary;
import dev.abacus.trade.api.purchasing.PurchaseOrderView;
import dev.abacus.trade.api.purchasing.ReceiptView;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Purchase orders. */
@Controller
class PurchaseOrders {

    private static final int AT_ONCE = 500;

    private final PurchaseOrdersApi orders;
    private final CachedProducts products;

    PurchaseOrders(PurchaseOrdersApi orders, CachedProducts products) {
        this.orders = orders;
        this.products = products;
    }

    @QueryMapping
    Slice<PurchaseOrderSummary> purchaseOrders(
            @Argument String supplier,
            @Argument PurchaseOrderStatus status,
            @Argument int first,
            @Argument String after) {
        return orders.list(supplier, status, first, after);
    }

    @QueryMapping
    PurchaseOrderView purchaseOrder(@Argument String id) {
        return Found.orNull(() -> orders.get(id));
    }

    @MutationMapping
    PurchaseOrderView createPurchaseOrder(@Argument NewPurchaseOrder order, @Argument String idempotencyKey) {
        return orders.draft(idempotencyKey, order);
    }

    @MutationMapping
    PurchaseOrderView approvePurchaseOrder(@Argument String id, @Argument int version) {
        return orders.approve(id, new EntityVersion(version).etag());
    }

    @MutationMapping
    ReceiptView receivePurchaseOrder(
            @Argument String id, @Argument NewReceipt receipt, @Argument String idempotencyKey) {
        return orders.receive(id, idempotencyKey, receipt);
    }

    @BatchMapping(typeName = "PurchaseOrderLine", field = "product", maxBatchSize = AT_ONCE)
    Map<PurchaseOrderLineView, ProductView> products(Set<PurchaseOrderLineView> lines) {
        Map<String, ProductView> found =
                products.bySku(lines.stream().map(PurchaseOrderLineView::sku).collect(Collectors.toSet()));
        Map<PurchaseOrderLineView, ProductView> products = new HashMap<>();
        lines.forEach(line -> products.put(line, found.get(line.sku())));
        return products;
    }
}
