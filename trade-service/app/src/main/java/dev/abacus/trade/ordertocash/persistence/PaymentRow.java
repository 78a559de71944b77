package dev.abacus.trade.ordertocash.persistence;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import dev.abacus.trade.ordertocash.domain.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

@TableName("trade_payment")
class PaymentRow {

    @TableId(type = IdType.INPUT)
    Long id;

    Long customerId;
    String direction;
    String currency;
    BigDecimal amount;
    LocalDate paidOn;
    String note;
    Instant createdAt;

    static PaymentRow of(Payment payment) {
        var row = new PaymentRow();
        row.id = payment.id().value();
        row.customerId = payment.customer().value();
        row.direction = payment.direction().name();
        row.currency = payment.amount().currency().getCurrencyCode();
        row.amount = payment.amount().amount();
        row.paidOn = payment.paidOn();
        row.note = payment.note();
        row.createdAt = payment.recordedAt();
        return row;
    }
}
