package dev.abacus.inventory.warehousing.domain;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.Quantity;
import java.util.List;
import java.util.Map;

/** Stock's refusal in the words of those who asked: which SKU lacks how much, and where. */
public final class InsufficientStock extends DomainException {

    /** @param requested how much had to be available */
    public record Line(String sku, String warehouse, Quantity requested, Quantity available) {}

    public InsufficientStock(List<Line> lines) {
        super(
                Kind.CONFLICT,
                "insufficient-stock",
                "There is not enough of "
                        + String.join(", ", lines.stream().map(Line::sku).toList()),
                Map.of("lines", lines));
    }
}
