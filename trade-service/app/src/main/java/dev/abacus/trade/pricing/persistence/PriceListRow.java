package dev.abacus.trade.pricing.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.pricing.PriceListId;
import dev.abacus.trade.pricing.Validity;
import dev.abacus.trade.pricing.domain.PriceList;
import java.time.Instant;
import java.util.Currency;

@TableName("trade_price_list")
class PriceListRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String code;
    String name;
    Long customerId;
    String currency;
    Instant validFrom;
    Instant validTo;
    Integer version;

    static PriceListRow of(PriceList list) {
        var row = new PriceListRow();
        row.id = list.id().value();
        row.code = list.code();
        row.name = list.name();
        row.customerId = list.customer().map(CustomerId::value).orElse(null);
        row.currency = list.currency().getCurrencyCode();
        row.validFrom = list.validity().from();
        row.validTo = list.validity().to();
        row.version = list.version();
        return row;
    }

    PriceList toPriceList() {
        return new PriceList(
                new PriceListId(id),
                code,
                name,
                customerId == null ? null : new CustomerId(customerId),
                Currency.getInstance(currency),
                new Validity(validFrom, validTo),
                version);
    }
}
