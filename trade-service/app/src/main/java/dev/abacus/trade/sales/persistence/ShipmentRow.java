package dev.abacus.trade.sales.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.ShipmentId;
import dev.abacus.trade.sales.domain.Shipment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

@TableName("trade_shipment")
class ShipmentRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long orderId;
    String direction;
    LocalDate shippedOn;
    String warehouse;
    String reason;
    String currency;
    BigDecimal amount;

    static ShipmentRow of(Shipment shipment) {
        var row = new ShipmentRow();
        row.id = shipment.id().value();
        row.orderId = shipment.order().value();
        row.direction = shipment.direction().name();
        row.shippedOn = shipment.on();
        row.warehouse = shipment.warehouse();
        row.reason = shipment.reason();
        row.currency = shipment.amount().currency().getCurrencyCode();
        row.amount = shipment.amount().amount();
        return row;
    }

    Shipment toShipment(List<ShipmentLineRow> lines) {
        return new Shipment(
                new ShipmentId(id),
                new SalesOrderId(orderId),
                Shipment.Direction.valueOf(direction),
                shippedOn,
                warehouse,
                reason,
                new Money(amount, Currency.getInstance(currency)),
                lines.stream().map(ShipmentLineRow::toLine).toList());
    }
}
