package dev.abacus.trade.api.sales;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import java.util.List;

/** What an order would come to now. Nothing is reserved by asking. */
public record Quote(Money gross, Money discount, Money total, List<Line> lines) {

    public record Line(
            String sku,
            Quantity quantity,
            Money unitPrice,
            String priceListId,
            Money gross,
            Money discount,
            String promotionId,
            Money net) {}
}
