package dev.abacus.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.inventory.product.application.FindingProducts;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.Sheets;
import dev.abacus.kernel.domain.DomainException;
import dev.abacus.kernel.tenancy.TenantContext;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProductIntakeTest extends InventoryTest {

    @Autowired
    ProductIntake intake;

    @Autowired
    FindingProducts finding;

    @Test
    void many_products_are_taken_at_once_with_all_their_parts() {
        List<ProductSheet> sheets = IntStream.range(0, 500)
                .mapToObj(n -> Sheets.of("P-" + n)
                        .named("Product " + n)
                        .withBarcode("4000000" + (10_000 + n))
                        .packed("1 box = " + (n % 20 + 1) + " pcs")
                        .sheet())
                .toList();

        assertThat(take(sheets)).isEmpty();

        List<Product> found = inHere(
                () -> finding.bySkus(sheets.stream().map(ProductSheet::sku).toList()));
        assertThat(found).hasSize(500);
        assertThat(found).extracting(Product::sheet).containsExactlyInAnyOrderElementsOf(sheets);
    }

    @Test
    void good_sheets_are_taken_and_bad_ones_named_by_their_position() {
        Map<Integer, DomainException> refused = take(List.of(
                Sheets.of("A").withBarcode("11112222").sheet(),
                Sheets.of("B").keptIn("stones").sheet(),
                Sheets.of("C").withBarcode("11112222").sheet(),
                Sheets.of("D").packed("1 box = 12 pcs", "1 box = 11 pcs").sheet(),
                Sheets.of("E").sheet()));

        assertThat(refused).hasSize(3);
        assertThat(refused.get(1).code()).isEqualTo("unknown-unit");
        assertThat(refused.get(2).code()).isEqualTo("duplicate-barcode");
        assertThat(refused.get(3).code()).isEqualTo("unit-contradiction");
        assertThat(inHere(() -> finding.find(List.of(Sku.of("A"), Sku.of("B"), Sku.of("E")))))
                .containsOnlyKeys(Sku.of("A"), Sku.of("E"));
    }

    @Test
    void a_barcode_moves_from_one_product_to_another_within_one_intake() {
        take(List.of(Sheets.of("A").withBarcode("11112222").sheet()));

        assertThat(take(List.of(
                        Sheets.of("A").sheet(),
                        Sheets.of("B").withBarcode("11112222").sheet())))
                .isEmpty();

        assertThat(inHere(() -> finding.get(Sku.of("A"))).barcodes()).isEmpty();
        assertThat(inHere(() -> finding.get(Sku.of("B"))).barcodes()).hasSize(1);
    }

    @Test
    void parts_that_are_no_longer_stated_are_gone() {
        take(List.of(
                Sheets.of("A").withBarcode("11112222").packed("1 box = 12 pcs").sheet()));
        take(List.of(Sheets.of("A").packed("1 box = 10 pcs", "1 pallet = 4 box").sheet()));

        Product product = inHere(() -> finding.get(Sku.of("A")));
        assertThat(product.version()).isEqualTo(1);
        assertThat(product.barcodes()).isEmpty();
        assertThat(product.units().relations())
                .containsExactly(Sheets.relation("1 box = 10 pcs"), Sheets.relation("1 pallet = 4 box"));
    }

    @Test
    void what_one_tenant_takes_in_another_may_take_in_too() {
        List<ProductSheet> sheets =
                List.of(Sheets.of("A").withBarcode("11112222").sheet());

        assertThat(take(sheets)).isEmpty();
        assertThat(TenantContext.call(there, () -> intake.take(sheets))).isEmpty();
    }

    @Test
    void nothing_is_taken_from_nothing() {
        assertThat(take(List.of())).isEmpty();
    }

    private Map<Integer, DomainException> take(List<ProductSheet> sheets) {
        return inHere(() -> intake.take(sheets));
    }
}
