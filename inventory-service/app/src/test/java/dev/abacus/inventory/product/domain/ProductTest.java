package dev.abacus.inventory.product.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.product.Barcode;
import dev.abacus.inventory.product.Category;
import dev.abacus.inventory.product.ProductId;
import dev.abacus.inventory.product.ProductSheet;
import dev.abacus.inventory.product.Sku;
import dev.abacus.inventory.testing.Sheets;
import dev.abacus.inventory.uom.UnitsRefused;
import dev.abacus.kernel.domain.InvalidValue;
import dev.abacus.kernel.domain.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductTest {

    private static final ProductId ID = new ProductId(1);
    private static final Unit PCS = Unit.of("pcs");
    private static final Unit BOX = Unit.of("box");

    @Test
    void it_is_what_its_sheet_says() {
        ProductSheet sheet = Sheets.of("P-1")
                .named("Penne")
                .in("food")
                .withBarcode("12345678")
                .packed("1 box = 12 pcs")
                .sheet();

        Product product = Product.added(ID, sheet);

        assertThat(product.sheet()).isEqualTo(sheet);
        assertThat(product.isAs(sheet)).isTrue();
        assertThat(product.version()).isZero();
        assertThat(product.stockUnit()).isEqualTo(PCS);
    }

    @Test
    void units_of_purchase_and_sale_are_the_stock_unit_unless_stated() {
        Product product = Product.added(ID, Sheets.of("P-1").sheet());

        assertThat(product.purchaseUnit()).isEqualTo(PCS);
        assertThat(product.saleUnit()).isEqualTo(PCS);
    }

    @Test
    void a_change_is_the_next_version_of_the_same_product() {
        Product before = Product.added(ID, Sheets.of("P-1").named("Old").sheet());

        Product after = before.changed(Sheets.of("P-1").named("New").inactive().sheet());

        assertThat(after.id()).isEqualTo(ID);
        assertThat(after.version()).isEqualTo(1);
        assertThat(after.active()).isFalse();
        assertThat(after.isAs(before.sheet())).isFalse();
    }

    @Test
    void its_stock_unit_stays() {
        Product product = Product.added(ID, Sheets.of("P-1").sheet());

        assertThatThrownBy(() -> product.changed(Sheets.of("P-1").keptIn("kg").sheet()))
                .isInstanceOf(StockUnitFixed.class)
                .hasMessageContaining("pcs");
    }

    @Test
    void a_unit_of_purchase_or_sale_must_lead_to_the_stock_unit() {
        assertThatThrownBy(() -> Product.added(ID, sold(BOX, PCS))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Product.added(ID, sold(PCS, BOX))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void its_name_is_there_and_not_too_long() {
        assertThat(Product.added(ID, Sheets.of("P-1").named("  Penne ").sheet()).name())
                .isEqualTo("Penne");
        for (String wrong : List.of("", " ", "x".repeat(201))) {
            assertThatThrownBy(() ->
                            Product.added(ID, Sheets.of("P-1").named(wrong).sheet()))
                    .isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void a_barcode_is_named_once() {
        assertThatThrownBy(() -> Product.added(
                        ID,
                        Sheets.of("P-1")
                                .withBarcode("12345678")
                                .withBarcode("12345678")
                                .sheet()))
                .isInstanceOf(InvalidValue.class);
        assertThat(Product.added(ID, Sheets.of("P-1").withBarcode("12345678").sheet())
                        .barcodes())
                .containsExactly(Barcode.of("12345678"));
    }

    @Test
    void relations_that_contradict_each_other_never_become_a_product() {
        assertThatThrownBy(() -> Product.added(
                        ID,
                        Sheets.of("P-1")
                                .packed("1 box = 12 pcs", "1 box = 10 pcs")
                                .sheet()))
                .isInstanceOf(UnitsRefused.class);
    }

    private static ProductSheet sold(Unit purchase, Unit sale) {
        return new ProductSheet(Sku.of("P-1"), "x", Category.NONE, List.of(), PCS, purchase, sale, List.of(), true);
    }
}
