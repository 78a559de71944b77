package dev.abacus.trade.sales.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.sales.ShipmentId;
import dev.abacus.trade.sales.domain.Shipment;
import java.math.BigDecimal;

@TableName("trade_shipment_line")
class ShipmentLineRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long shipmentId;
    Integer number;
    String sku;
    String unit;
    BigDecimal quantity;

    static ShipmentLineRow of(long id, ShipmentId shipment, Shipment.Line line) {
        var row = new ShipmentLineRow();
        row.id = id;
        row.shipmentId = shipment.value();
        row.number = line.number();
        row.sku = line.sku().code();
        row.unit = line.quantity().unit().code();
        row.quantity = line.quantity().amount();
        return row;
    }

    Shipment.Line toLine() {
        return new Shipment.Line(number, Sku.of(sku), new Quantity(quantity, Unit.of(unit)));
    }
}
