package dev.abacus.trade.pricing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import dev.abacus.trade.catalogue.Sku;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.domain.PriceBreak;
import java.math.BigDecimal;
import java.util.Currency;

@TableName("trade_price")
class PriceRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long listId;
    String sku;
    String unit;
    BigDecimal minQuantity;
    BigDecimal price;

    static PriceRow of(long id, PriceListId list, PriceBreak price) {
        var row = new PriceRow();
        row.id = id;
        row.listId = list.value();
        row.sku = price.sku().code();
        row.unit = price.from().unit().code();
        row.minQuantity = price.from().amount();
        row.price = price.price().amount();
        return row;
    }

    PriceBreak toPriceBreak(Currency currency) {
        return new PriceBreak(Sku.of(sku), new Quantity(minQuantity, Unit.of(unit)), new Money(price, currency));
    }
}
