package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.Quantity;
import dev.abacus.kernel.domain.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Products by SKU, as they were found for one request. */
public final class Products {

    private final Map<Sku, Product> bySku;

    public Products(Map<Sku, Product> bySku) {
        this.bySku = Map.copyOf(bySku);
    }

    public boolean has(Sku sku) {
        return bySku.containsKey(sku);
    }

    /** @throws UnknownSku when it was not found */
    public Product get(Sku sku) {
        Product product = bySku.get(sku);
        if (product == null) {
            throw new UnknownSku(List.of(sku));
        }
        return product;
    }

    /** @throws UnknownSku naming all of {@code skus} that were not found */
    public Products requireAll(Collection<Sku> skus) {
        List<Sku> unknown =
                skus.stream().filter(sku -> !has(sku)).distinct().sorted().toList();
        if (!unknown.isEmpty()) {
            throw new UnknownSku(unknown);
        }
        return this;
    }

    /**
     * The product, if so much of it can be traded.
     *
     * @throws UnknownSku when it was not found
     * @throws InactiveProduct when it is no longer traded
     * @throws WrongUnit when it is not measured in the quantity's unit
     */
    public Product tradable(Sku sku, Quantity quantity) {
        if (!get(sku).active()) {
            throw new InactiveProduct(sku);
        }
        return inUnit(sku, quantity.unit());
    }

    /**
     * The product, if it is measured in that unit.
     *
     * @throws UnknownSku when it was not found
     * @throws WrongUnit when it is not
     */
    public Product inUnit(Sku sku, Unit unit) {
        Product product = get(sku);
        if (!product.units().contains(unit)) {
            throw new WrongUnit(product, unit);
        }
        return product;
    }
}
