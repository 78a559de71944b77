package dev.abacus.trade.catalogue;

import static dev.abacus.trade.catalogue.ProductMother.PCS;
import static dev.abacus.trade.catalogue.ProductMother.product;
import static dev.abacus.trade.catalogue.ProductMother.products;
import static dev.abacus.trade.catalogue.ProductMother.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductsTest {

    private final Products products = products(product("PEN"), withdrawn("INK"));

    @Test
    void a_product_that_is_traded_in_the_unit_can_be_traded() {
        assertThat(products.tradable(Sku.of("PEN"), Quantity.of("3", "box")).sku())
                .isEqualTo(Sku.of("PEN"));
    }

    @Test
    void everything_unknown_is_named_at_once() {
        assertThatThrownBy(() -> products.requireAll(List.of(Sku.of("X"), Sku.of("PEN"), Sku.of("A"), Sku.of("X"))))
                .isInstanceOfSatisfying(UnknownSku.class, unknown -> assertThat(unknown.properties())
                        .containsEntry("skus", List.of("A", "X")));
    }

    @Test
    void what_is_no_longer_traded_cannot_be_traded() {
        assertThatThrownBy(() -> products.tradable(Sku.of("INK"), Quantity.of(1, PCS)))
                .isInstanceOf(InactiveProduct.class);
    }

    @Test
    void a_product_is_not_traded_in_a_unit_that_it_does_not_have() {
        assertThatThrownBy(() -> products.tradable(Sku.of("PEN"), Quantity.of("1", "litre")))
                .isInstanceOfSatisfying(DomainException.class, wrong -> {
                    assertThat(wrong.code()).isEqualTo("wrong-unit");
                    assertThat(wrong.properties()).containsEntry("units", List.of("box", "pcs"));
                });
    }

    @Test
    void a_sku_is_of_letters_and_digits_and_is_not_endless() {
        assertThatThrownBy(() -> Sku.of(" PEN")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Sku.of("")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Sku.of("x".repeat(65))).isInstanceOf(InvalidValue.class);
        assertThat(Sku.of("B1_1")).isEqualTo(new Sku("B1_1"));
    }
}
