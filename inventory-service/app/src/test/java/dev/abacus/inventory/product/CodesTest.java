package dev.abacus.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.kernel.domain.InvalidValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words by which products are known. */
class CodesTest {

    @ParameterizedTest
    @ValueSource(strings = {"A", "B1_1", "abc-1.2", "面条-1", "0815"})
    void a_sku_is_letters_digits_and_a_few_signs(String code) {
        assertThat(Sku.of(code)).hasToString(code);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "-a", "a/b", "a'b", "a%", "x\u0000", "\u202Ea"})
    void what_would_break_an_address_or_a_label_is_no_sku(String code) {
        assertThatThrownBy(() -> Sku.of(code)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_sku_has_at_most_64_characters_and_skus_have_an_order() {
        assertThat(Sku.of("x".repeat(64)).code()).hasSize(64);
        assertThatThrownBy(() -> Sku.of("x".repeat(65))).isInstanceOf(InvalidValue.class);
        assertThat(Stream.of("b", "A", "a").map(Sku::of).sorted())
                .extracting(Sku::code)
                .containsExactly("A", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"food", "food/pasta", "Food and drink", "食品/面条"})
    void a_category_is_a_path(String path) {
        assertThat(Category.of(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "food/", "/food", "food//pasta", "a%", "x'--"})
    void a_path_has_no_empty_steps(String path) {
        assertThatThrownBy(() -> Category.of(path)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void no_category_is_the_empty_one() {
        assertThat(Category.of(null)).isEqualTo(Category.NONE);
        assertThat(Category.of("  ")).isEqualTo(Category.NONE);
        assertThatThrownBy(() -> Category.of("x".repeat(121))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_barcode_is_what_a_scanner_can_read() {
        assertThat(Barcode.of("4001234567890")).hasToString("4001234567890");
        assertThat(Barcode.of("AB-12")).hasToString("AB-12");
        for (String wrong : List.of("", "123", "12 34", "äöü1", "x".repeat(65))) {
            assertThatThrownBy(() -> Barcode.of(wrong)).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void an_id_reads_back_from_a_path() {
        assertThat(ProductId.valueOf("42")).isEqualTo(new ProductId(42)).hasToString("42");
        assertThat(new ProductId(1)).isLessThan(new ProductId(2));
        for (String wrong : List.of("", "0", "-1", "x", "99999999999999999999")) {
            assertThatThrownBy(() -> ProductId.valueOf(wrong)).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void many_unknown_skus_are_named_in_part() {
        List<Sku> skus = Stream.iterate(1, n -> n + 1)
                .limit(25)
                .map(n -> Sku.of("S" + n))
                .toList();

        assertThat(new UnknownSkus(skus)).hasMessageContaining("and 5 more");
        assertThat((List<?>) new UnknownSkus(skus).properties().get("skus")).hasSize(20);
    }
}
