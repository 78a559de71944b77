package dev.abacus.inventory.product;

import dev.abacus.kernel.domain.DomainException;
import java.util.List;
import java.util.Map;

/** Takes in many products at once, as an import does. */
public interface ProductIntake {

    /**
     * Adds each product, or changes the one of the same SKU to be so, in the caller's transaction. One that is as stated
     * already is left alone.
     *
     * @return why a sheet was not taken, by its position in the list; the others were
     */
    Map<Integer, DomainException> take(List<ProductSheet> sheets);
}
