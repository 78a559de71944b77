package dev.abacus.trade.promotion.domain;

import dev.abacus.trade.catalogue.Product;
import dev.abacus.trade.catalogue.Sku;
import java.util.Set;

/**
 * Which products a promotion is for: those of any of the SKUs, or in any of the categories or below one. Without both it
 * is for all.
 */
public record Scope(Set<Sku> skus, Set<String> categories) {

    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        skus = Set.copyOf(skus);
        categories = Set.copyOf(categories);
    }

    public boolean covers(Product product) {
        return skus.isEmpty() && categories.isEmpty()
                || skus.contains(product.sku())
                || categories.stream().anyMatch(category -> isIn(product.category(), category));
    }

    private static boolean isIn(String path, String category) {
        return path.equals(category) || path.startsWith(category + "/");
    }
}
