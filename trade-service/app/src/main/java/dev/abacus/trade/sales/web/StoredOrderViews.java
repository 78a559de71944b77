package dev.abacus.trade.sales.web;

import dev.abacus.kernel.domain.NotFound;
import dev.abacus.trade.api.sales.DeliveryView;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.ReturnView;
import dev.abacus.trade.api.sales.SalesOrderView;
import dev.abacus.trade.sales.OrderRequest;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.SalesOrderViews;
import dev.abacus.trade.sales.ShipmentId;
import dev.abacus.trade.sales.domain.SalesOrders;
import dev.abacus.trade.sales.domain.Shipment;
import org.springframework.stereotype.Component;

/** Reads orders as they are kept now. */
@Component
class StoredOrderViews implements SalesOrderViews {

    private final SalesOrders orders;

    StoredOrderViews(SalesOrders orders) {
        this.orders = orders;
    }

    @Override
    public OrderRequest request(NewSalesOrder order) {
        return SalesOrderForms.request(order);
    }

    @Override
    public SalesOrderView order(SalesOrderId order) {
        return orders.find(order).map(SalesOrderForms::view).orElseThrow(() -> new NotFound("sales order", order));
    }

    @Override
    public DeliveryView delivery(SalesOrderId order, ShipmentId delivery) {
        return SalesOrderForms.delivery(shipment(order, delivery, Shipment.Direction.DELIVERY));
    }

    @Override
    public ReturnView goodsBack(SalesOrderId order, ShipmentId goodsBack) {
        return SalesOrderForms.goodsBack(shipment(order, goodsBack, Shipment.Direction.RETURN));
    }

    private Shipment shipment(SalesOrderId order, ShipmentId id, Shipment.Direction direction) {
        return orders.shipments(order, direction).stream()
                .filter(shipment -> shipment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("shipment", id));
    }
}
