package dev.abacus.trade.sales.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.promotion.PromotionId;
import dev.abacus.trade.sales.PricedOrder;
import dev.abacus.trade.sales.SalesOrderId;
import dev.abacus.trade.sales.domain.SalesOrderLine;
import java.math.BigDecimal;
import java.util.Currency;

@TableName("trade_sales_order_line")
class SalesOrderLineRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long orderId;
    Integer number;
    String sku;
    String unit;
    BigDecimal quantity;
    BigDecimal unitPrice;
    Long priceListId;
    BigDecimal discount;
    Long promotionId;
    BigDecimal delivered;
    BigDecimal returned;

    static SalesOrderLineRow of(long id, SalesOrderId order, SalesOrderLine line) {
        var row = new SalesOrderLineRow();
        PricedOrder.Line priced = line.priced();
        row.id = id;
        row.orderId = order.value();
        row.number = priced.number();
        row.sku = priced.sku().code();
        row.unit = priced.quantity().unit().code();
        row.quantity = priced.quantity().amount();
        row.unitPrice = priced.unitPrice().amount();
        row.priceListId = priced.priceList().value();
        row.discount = priced.discount().amount();
        row.promotionId = priced.promotion() == null ? null : priced.promotion().value();
        row.delivered = line.delivered().amount();
        row.returned = line.returned().amount();
        return row;
    }

    SalesOrderLine toLine(Currency currency) {
        var priced = new PricedOrder.Line(
                number,
                Sku.of(sku),
                inUnit(quantity),
                new Money(unitPrice, currency),
                new PriceListId(priceListId),
                new Money(discount, currency),
                promotionId == null ? null : new PromotionId(promotionId));
        return new SalesOrderLine(priced, inUnit(delivered), inUnit(returned));
    }

    private Quantity inUnit(BigDecimal amount) {
        return new Quantity(amount, Unit.of(unit));
    }
}
