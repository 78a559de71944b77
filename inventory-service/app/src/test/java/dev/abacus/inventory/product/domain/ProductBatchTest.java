package dev.abacus.inventory.product.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.testing.Sheets;
import dev.abacus.kernel.domain.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProductBatchTest {

    private static final Product PASTA = Product.added(
            new ProductId(1), Sheets.of("PASTA").withBarcode("11111111").sheet());

    private final AtomicLong ids = new AtomicLong(100);
    private final ProductBatch batch =
            new ProductBatch(List.of(PASTA), Map.of(Barcode.of("11111111"), PASTA.id()), ids::incrementAndGet);

    @Test
    void a_sheet_that_says_nothing_new_changes_nothing() {
        batch.take(PASTA.sheet());

        assertThat(batch.changed()).isEmpty();
        assertThat(batch.added()).isEmpty();
    }

    @Test
    void of_two_sheets_for_one_sku_the_later_one_holds() {
        batch.take(Sheets.of("PASTA").named("First").sheet());
        batch.take(Sheets.of("PASTA").named("Second").sheet());
        batch.take(Sheets.of("RICE").named("First").sheet());
        batch.take(Sheets.of("RICE").named("Second").sheet());

        assertThat(batch.changed()).singleElement().satisfies(product -> {
            assertThat(product.name()).isEqualTo("Second");
            assertThat(product.version()).isEqualTo(1);
        });
        assertThat(batch.added()).singleElement().satisfies(product -> {
            assertThat(product.name()).isEqualTo("Second");
            assertThat(product.version()).isZero();
        });
    }

    @Test
    void a_barcode_is_free_once_its_product_gave_it_up() {
        var rice = Sheets.of("RICE").withBarcode("11111111").sheet();
        assertThatThrownBy(() -> batch.take(rice)).isInstanceOf(DuplicateBarcode.class);

        batch.take(Sheets.of("PASTA").sheet());
        batch.take(rice);

        assertThat(batch.added()).hasSize(1);
    }

    @Test
    void a_refused_sheet_leaves_the_batch_as_it_was() {
        assertThatThrownBy(() -> batch.take(Sheets.of("PASTA").keptIn("kg").sheet()))
                .isInstanceOf(StockUnitFixed.class);
        assertThatThrownBy(() -> batch.take(Sheets.of("RICE").named(" ").sheet()))
                .isInstanceOf(InvalidValue.class);

        assertThat(batch.changed()).isEmpty();
        assertThat(batch.added()).isEmpty();
    }
}
