package dev.abacus.inventory.product;

import dev.abacus.kernel.domain.DomainException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Some SKUs name no product of this tenant. */
public final class UnknownSkus extends DomainException {

    /** More of them would only make the answer long. */
    private static final int NAMED = 20;

    public UnknownSkus(Collection<Sku> skus) {
        this(skus.stream().map(Sku::code).sorted().limit(NAMED).toList(), skus.size());
    }

    private UnknownSkus(List<String> named, int count) {
        super(
                Kind.REFUSED,
                "unknown-sku",
                "There is no product " + String.join(", ", named)
                        + (count > named.size() ? " and " + (count - named.size()) + " more" : ""),
                Map.of("skus", named));
    }
}
