package dev.abacus.trade.purchasing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.purchasing.PurchaseOrderId;
import dev.abacus.trade.purchasing.domain.OrderedLine;
import dev.abacus.trade.purchasing.domain.PurchaseOrderLine;
import java.math.BigDecimal;
import java.util.Currency;

@TableName("trade_purchase_order_line")
class PurchaseOrderLineRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long orderId;
    Integer number;
    String sku;
    String unit;
    BigDecimal quantity;
    BigDecimal unitCost;
    BigDecimal received;

    static PurchaseOrderLineRow of(long id, PurchaseOrderId order, PurchaseOrderLine line) {
        var row = new PurchaseOrderLineRow();
        OrderedLine ordered = line.ordered();
        row.id = id;
        row.orderId = order.value();
        row.number = line.number();
        row.sku = ordered.sku().code();
        row.unit = ordered.quantity().unit().code();
        row.quantity = ordered.quantity().amount();
        row.unitCost = ordered.unitCost().amount();
        row.received = line.received().amount();
        return row;
    }

    PurchaseOrderLine toLine(Currency currency) {
        var ordered = new OrderedLine(Sku.of(sku), inUnit(quantity), new Money(unitCost, currency));
        return new PurchaseOrderLine(number, ordered, inUnit(received));
    }

    private Quantity inUnit(BigDecimal amount) {
        return new Quantity(amount, Unit.of(unit));
    }
}
