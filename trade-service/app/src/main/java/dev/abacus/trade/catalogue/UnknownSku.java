package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.DomainException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** There are no such products in this company. */
public final class UnknownSku extends DomainException {

    public UnknownSku(List<Sku> skus) {
        super(
                Kind.REFUSED,
                "unknown-sku",
                "There is no product " + skus.stream().map(Sku::code).collect(Collectors.joining(", ")),
                Map.of("skus", skus.stream().map(Sku::code).toList()));
    }
}
