package dev.abacus.trade.sales.application;

import dev.abacus.trade.api.events.SalesDelivered;
import dev.abacus.trade.api.events.SalesOrderPlaced;
import dev.abacus.trade.api.events.SalesReturned;
import dev.abacus.trade.sales.domain.SalesOrder;
import dev.abacus.trade.sales.domain.Shipment;

/** What the order book tells the suite, in the words of the API. */
final class SalesEvents {

    private SalesEvents() {}

    static SalesOrderPlaced placed(SalesOrder order) {
        return new SalesOrderPlaced(
                order.id().toString(),
                order.header().customer().toString(),
                order.progress().placedAt(),
                order.header().warehouse(),
                order.header().currency().getCurrencyCode(),
                order.priced().total().amount(),
                order.priced().lines().stream()
                        .map(line -> new SalesOrderPlaced.Line(
                                line.sku().code(),
                                line.quantity().amount(),
                                line.quantity().unit().code(),
                                line.unitPrice().amount(),
                                line.discount().amount()))
                        .toList());
    }

    static SalesDelivered delivered(Shipment delivery) {
        return new SalesDelivered(
                delivery.id().toString(),
                delivery.order().toString(),
                delivery.on(),
                delivery.warehouse(),
                delivery.lines().stream()
                        .map(line -> new SalesDelivered.Line(
                                line.sku().code(),
                                line.quantity().amount(),
                                line.quantity().unit().code()))
                        .toList());
    }

    static SalesReturned returned(Shipment goodsBack) {
        return new SalesReturned(
                goodsBack.id().toString(),
                goodsBack.order().toString(),
                goodsBack.on(),
                goodsBack.warehouse(),
                goodsBack.lines().stream()
                        .map(line -> new SalesReturned.Line(
                                line.sku().code(),
                                line.quantity().amount(),
                                line.quantity().unit().code()))
                        .toList());
    }
}
