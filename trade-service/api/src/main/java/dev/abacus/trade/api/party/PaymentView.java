package dev.abacus.trade.api.party;

import dev.abacus.kernel.domain.Money;
import java.time.LocalDate;

/** A recorded payment, and the customer's credit after it. */
public record PaymentView(
        String id,
        String customerId,
        NewPayment.Direction direction,
        Money amount,
        LocalDate paidOn,
        String note,
        CreditView credit) {}
