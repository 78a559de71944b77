package dev.abacus.trade.pricing;

import dev.abacus.kernel.domain.DomainException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** No price list that holds now has a price for it. */
public final class NoPrice extends DomainException {

    public NoPrice(List<PriceQuestion> unpriced) {
        super(
                Kind.REFUSED,
                "no-price",
                "There is no price for "
                        + unpriced.stream()
                                .map(question -> question.quantity() + " of " + question.sku())
                                .collect(Collectors.joining(", ")),
                Map.of(
                        "skus",
                        unpriced.stream()
                                .map(question -> question.sku().code())
                                .distinct()
                                .toList()));
    }
}
