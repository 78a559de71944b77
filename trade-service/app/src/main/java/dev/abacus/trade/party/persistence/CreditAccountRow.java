package dev.abacus.trade.party.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.kernel.domain.Money;
import dev.abacus.trade.party.CreditBalance;
import dev.abacus.trade.party.CustomerId;
import java.math.BigDecimal;
import java.util.Currency;

@TableName("trade_credit_account")
class CreditAccountRow {

    @TableId(type = IdType.INPUT)
    Long id;

    String currency;
    BigDecimal creditLimit;
    BigDecimal reserved;
    BigDecimal used;
    BigDecimal refundable;

    static CreditAccountRow opened(CustomerId customer, Money limit) {
        var row = new CreditAccountRow();
        row.id = customer.value();
        row.currency = limit.currency().getCurrencyCode();
        row.creditLimit = limit.amount();
        row.reserved = BigDecimal.ZERO;
        row.used = BigDecimal.ZERO;
        row.refundable = BigDecimal.ZERO;
        return row;
    }

    CreditBalance toBalance() {
        return new CreditBalance(money(creditLimit), money(reserved), money(used), money(refundable));
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, Currency.getInstance(currency));
    }
}
