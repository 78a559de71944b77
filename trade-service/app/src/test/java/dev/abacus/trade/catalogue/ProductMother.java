package dev.abacus.trade.catalogue;

import dev.abacus.kernel.domain.Unit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products that tests trade in. */
public final class ProductMother {

    public static final Unit PCS = Unit.of("pcs");
    public static final Unit BOX = Unit.of("box");

    private ProductMother() {}

    public static Product product(String sku) {
        return product(sku, "food/pasta");
    }

    public static Product product(String sku, String category) {
        return new Product(Sku.of(sku), category, Set.of(PCS, BOX), true);
    }

    public static Product withdrawn(String sku) {
        return new Product(Sku.of(sku), "", Set.of(PCS), false);
    }

    public static Products products(Product... products) {
        return new Products(Arrays.stream(products).collect(Collectors.toMap(Product::sku, Function.identity())));
    }

    public static Map<Sku, Product> bySku(Product... products) {
        return Arrays.stream(products).collect(Collectors.toMap(Product::sku, Function.identity()));
    }
}
