package dev.abacus.inventory.product.application;

import dev.abacus.inventory.product.ProductIntake;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.product.domain.DuplicateSku;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.inventory.product.domain.Products;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a product that is new to the tenant. */
@Service
public class AddingProduct {

    private final Products products;
    private final ProductIntake intake;

    public AddingProduct(Products products, ProductIntake intake) {
        this.products = products;
        this.intake = intake;
    }

    /** @throws DuplicateSku when there is one of this SKU */
    @Transactional
    public Product add(ProductSheet sheet) {
        List<Sku> sku = List.of(sheet.sku());
        if (!products.bySkus(sku).isEmpty()) {
            throw new DuplicateSku(sheet.sku());
        }
        intake.take(List.of(sheet)).values().forEach(refusal -> {
            throw refusal;
        });
        return products.bySkus(sku).getFirst();
    }
}
