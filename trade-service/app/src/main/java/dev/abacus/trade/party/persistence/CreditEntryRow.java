package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CustomerId;
import dev.abacus.trade.party.domain.CreditEntry;
import dev.abacus.trade.party.domain.CreditMovement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

@TableName("trade_credit_entry")
class CreditEntryRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long customerId;
    String reason;
    String reference;
    String currency;
    BigDecimal reserved;
    BigDecimal used;
    BigDecimal refundable;
    Instant createdAt;

    static CreditEntryRow of(CreditEntry entry) {
        var row = new CreditEntryRow();
        CreditMovement movement = entry.movement();
        row.id = entry.id();
        row.customerId = entry.customer().value();
        row.reason = movement.reason().name();
        row.reference = entry.reference();
        row.currency = movement.used().currency().getCurrencyCode();
        row.reserved = movement.reserved().amount();
        row.used = movement.used().amount();
        row.refundable = movement.refundable().amount();
        row.createdAt = entry.at();
        return row;
    }

    CreditEntry toEntry() {
        var movement = new CreditMovement(
                CreditMovement.Reason.valueOf(reason), money(reserved), money(used), money(refundable));
        return new CreditEntry(id, new CustomerId(customerId), movement, reference, createdAt);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, Currency.getInstance(currency));
    }
}
