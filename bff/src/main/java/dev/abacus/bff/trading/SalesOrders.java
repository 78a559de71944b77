package dev.abacus.bff.trading;

import dev.abacus.bff.catalogue.CachedProducts;
import dev.abacus.inventory.api.ProductView;
import dev.abacus.kernel.web.Slice;
import dev.abacus.trade.api.Reason;
import dev.abacus.trade.api.SalesOrdersApi;
import dev.abacus.trade.api.sales.DeliveryView;
import dev.abacus.trade.api.sales.NewDelivery;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.Quote;
import dev.abacus.trade.api.sales.SalesOrderLineView;
import dev.abacus.trade.api.sales.SalesOrderStatus;
import dev.abacus.trade.api.sales.SalesOrderSummary;
import dev.abacus.trade.api.sales.SalesOrderView;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Sales orders. */
@Controller
class SalesOrders {

    private static final int AT_ONCE = 500;

    private final SalesOrdersApi orders;
    private final CachedProducts products;

    SalesOrders(SalesOrdersApi orders, CachedProducts products) {
        this.orders = orders;
        this.products = products;
    }

    @QueryMapping
    Slice<SalesOrderSummary> orders(
            @Argument String customer, @Argument SalesOrderStatus status, @Argument int first, @Argument String after) {
        return orders.list(customer, status, first, after);
    }

    @QueryMapping
    SalesOrderView order(@Argument String id) {
        return Found.orNull(() -> orders.get(id));
    }

    @QueryMapping
    Quote quote(@Argument NewSalesOrder order) {
        return orders.quote(order);
    }

    @MutationMapping
    SalesOrderView placeOrder(@Argument NewSalesOrder order, @Argument String idempotencyKey) {
        return orders.place(idempotencyKey, order);
    }

    @MutationMapping
    SalesOrderView cancelOrder(@Argument String id, @Argument String reason, @Argument String idempotencyKey) {
        return orders.cancel(id, idempotencyKey, new Reason(reason));
    }

    @MutationMapping
    DeliveryView deliverOrder(@Argument String id, @Argument NewDelivery delivery, @Argument String idempotencyKey) {
        return orders.deliver(id, idempotencyKey, delivery);
    }

    @BatchMapping(typeName = "OrderLine", field = "product", maxBatchSize = AT_ONCE)
    Map<SalesOrderLineView, ProductView> products(Set<SalesOrderLineView> lines) {
        Map<String, ProductView> found =
                products.bySku(lines.stream().map(SalesOrderLineView::sku).collect(Collectors.toSet()));
        Map<SalesOrderLineView, ProductView> products = new HashMap<>();
        lines.forEach(line -> products.put(line, found.get(line.sku())));
        return products;
    }
}
