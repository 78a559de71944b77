package dev.abacus.inventory.stock;

import dev.abacus.kernel.domain.DomainException;
import java.util.List;
import java.util.Map;

/** Some products have less available than was wanted of them. */
public final class NotEnoughStock extends DomainException {

    private final transient List<Shortage> shortages;

    public NotEnoughStock(List<Shortage> shortages) {
        super(Kind.CONFLICT, "insufficient-stock", "There is not enough stock", Map.of());
        this.shortages = List.copyOf(shortages);
    }

    public List<Shortage> shortages() {
        return shortages;
    }
}
