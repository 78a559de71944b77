package dev.abacus.trade.sales;

import dev.abacus.trade.api.sales.DeliveryView;
import dev.abacus.trade.api.sales.NewSalesOrder;
import dev.abacus.trade.api.sales.ReturnView;
import dev.abacus.trade.api.sales.SalesOrderView;

/** Sales orders between the words of the API and those of the domain, for whoever answers a request about one. */
public interface SalesOrderViews {

    OrderRequest request(NewSalesOrder order);

    /** @throws dev.abacus.kernel.domain.NotFound when there is no such order */
    SalesOrderView order(SalesOrderId order);

    DeliveryView delivery(SalesOrderId order, ShipmentId delivery);

    ReturnView goodsBack(SalesOrderId order, ShipmentId goodsBack);
}
