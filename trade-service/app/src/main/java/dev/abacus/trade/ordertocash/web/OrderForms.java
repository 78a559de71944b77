package dev.abacus.trade.ordertocash.web;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.trade.api.sales.LineQuantity;
import dev.abacus.trade.api.sales.NewDelivery;
import dev.abacus.trade.api.sales.NewReturn;
import dev.abacus.trade.sales.ShipmentOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What callers send, in the words of the use cases. */
final class OrderForms {

    private OrderForms() {}

    static ShipmentOrder goods(NewDelivery delivery) {
        List<LineQuantity> lines = delivery.lines() == null ? List.of() : delivery.lines();
        return new ShipmentOrder(delivery.deliveredOn(), delivery.warehouse(), null, quantities(lines));
    }

    static ShipmentOrder goods(NewReturn goods) {
        return new ShipmentOrder(goods.returnedOn(), goods.warehouse(), goods.reason(), quantities(goods.lines()));
    }

    private static Map<Integer, Quantity> quantities(List<LineQuantity> lines) {
        Map<Integer, Quantity> quantities = new LinkedHashMap<>();
        for (LineQuantity line : lines) {
            if (quantities.putIfAbsent(line.line(), line.quantity()) != null) {
                throw new InvalidValue("lines", "line " + line.line() + " is there twice");
            }
        }
        return quantities;
    }
}
