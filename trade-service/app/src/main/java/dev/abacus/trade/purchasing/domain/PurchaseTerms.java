package dev.abacus.trade.purchasing.domain;

import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.trade.party.SupplierId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What a draft says: of whom, what, where to and by when.
 *
 * @param warehouse the code of the warehouse to deliver to; null for the company's default
 * @param expectedOn null for the day of approval and the supplier's lead time
 */
public record PurchaseTerms(
        SupplierId supplier,
        Currency currency,
        String warehouse,
        LocalDate expectedOn,
        String note,
        List<OrderedLine> lines) {

    public PurchaseTerms {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new InvalidValue("lines", "an order has at least one line");
        }
        for (OrderedLine line : lines) {
            if (!line.unitCost().currency().equals(currency)) {
                throw new InvalidValue("unitCost", "the supplier's currency is " + currency);
            }
        }
    }
}
