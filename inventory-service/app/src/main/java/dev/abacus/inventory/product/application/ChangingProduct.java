package dev.abacus.inventory.product.application;

import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.ProductIntake;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.inventory.product.domain.Products;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.web.EntityVersion;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what may change of a product. */
@Service
public class ChangingProduct {

    private final Products products;
    private final ProductIntake intake;

    public ChangingProduct(Products products, ProductIntake intake) {
        this.products = products;
        this.intake = intake;
    }

    /** @param seen the version that the caller has seen */
    @Transactional
    public Product change(ProductId id, EntityVersion seen, UnaryOperator<ProductSheet> change) {
        Product before = products.find(id).orElseThrow(() -> new NotFound("product", id));
        seen.mustBe(before.version());
        intake.take(List.of(change.apply(before.sheet()))).values().forEach(refusal -> {
            throw refusal;
        });
        return products.find(id).orElseThrow();
    }
}
