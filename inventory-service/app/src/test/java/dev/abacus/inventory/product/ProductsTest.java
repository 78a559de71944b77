package dev.abacus.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.abacus.inventory.product.application.AddingProduct;
import dev.abacus.inventory.product.application.ChangingProduct;
import dev.abacus.inventory.product.application.FindingProducts;
import dev.abacus.inventory.product.domain.DuplicateBarcode;
import dev.abacus.inventory.product.domain.DuplicateSku;
import dev.abacus.inventory.product.domain.Product;
import dev.abacus.inventory.product.domain.ProductFilter;
import dev.abacus.inventory.testing.InventoryTest;
import dev.abacus.inventory.testing.Sheets;
import dev.abacus.inventory.uom.UnitsRefused;
import dev.abacus.kernel.domain.NotFound;
import dev.abacus.kernel.tenancy.TenantContext;
import dev.abacus.kernel.web.EntityVersion;
import dev.abacus.kernel.web.PageRequest;
import dev.abacus.kernel.web.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProductsTest extends InventoryTest {

    @Autowired
    AddingProduct adding;

    @Autowired
    ChangingProduct changing;

    @Autowired
    FindingProducts finding;

    @Test
    void a_product_reads_back_as_it_was_added() {
        ProductSheet sheet = Sheets.of("P-1")
                .named("Penne 500 g")
                .in("food/pasta")
                .withBarcode("4001234567890")
                .packed("1 box = 12 pcs", "1 pallet = 40 box")
                .sheet();
        Product added = add(sheet);

        assertThat(inHere(() -> finding.get(added.id()))).isEqualTo(added);
        assertThat(inHere(() -> finding.get(Sku.of("P-1")))).isEqualTo(added);
        assertThat(added.sheet()).isEqualTo(sheet);
        assertThat(number(here, "SELECT COUNT(*) FROM inventory_outbox WHERE tenant_id = ?"))
                .isEqualByComparingTo("1");
    }

    @Test
    void a_sku_names_one_product_and_its_case_matters() {
        add(Sheets.of("a-1").sheet());

        assertThat(add(Sheets.of("A-1").sheet()).sku()).isEqualTo(Sku.of("A-1"));
        assertThatThrownBy(() -> add(Sheets.of("a-1").sheet())).isInstanceOf(DuplicateSku.class);
    }

    @Test
    void a_barcode_names_one_product_and_may_move_to_another() {
        Product first = add(Sheets.of("P-1").withBarcode("12345678").sheet());
        assertThatThrownBy(() -> add(Sheets.of("P-2").withBarcode("12345678").sheet()))
                .isInstanceOf(DuplicateBarcode.class);

        inHere(() -> changing.change(
                first.id(), new EntityVersion(0), before -> Sheets.of("P-1").sheet()));

        assertThat(add(Sheets.of("P-2").withBarcode("12345678").sheet()).barcodes())
                .hasSize(1);
    }

    @Test
    void a_unit_that_the_tenant_does_not_have_is_refused() {
        assertThatThrownBy(() -> add(Sheets.of("P-1").packed("1 crate = 6 pcs").sheet()))
                .isInstanceOfSatisfying(
                        UnitsRefused.class, e -> assertThat(e.code()).isEqualTo("unknown-unit"));
    }

    @Test
    void of_two_who_saw_the_same_version_one_changes_it() {
        Product product = add(Sheets.of("P-1").sheet());
        inHere(() -> changing.change(product.id(), new EntityVersion(0), b -> Sheets.of("P-1")
                .named("A")
                .sheet()));

        assertThatThrownBy(() -> inHere(() -> changing.change(product.id(), new EntityVersion(0), b -> Sheets.of("P-1")
                        .named("B")
                        .sheet())))
                .isInstanceOf(EntityVersion.Stale.class);
        assertThat(inHere(() -> finding.get(product.id())).name()).isEqualTo("A");
    }

    @Test
    void lists_are_filtered_and_cut_into_pages_in_the_order_of_skus() {
        for (int i = 1; i <= 5; i++) {
            add(Sheets.of("P-" + i)
                    .named("Penne no " + i + " 100%")
                    .in("food/pasta/short")
                    .sheet());
        }
        add(Sheets.of("R_1")
                .named("Rice")
                .in("food/rice")
                .withBarcode("87654321")
                .sheet());
        add(Sheets.of("X-1").named("Pastafarian hat").in("food_pasta").sheet());

        assertThat(skus(new ProductFilter("penne", Category.NONE, null), 50)).hasSize(5);
        assertThat(skus(new ProductFilter(null, Category.of("food/pasta"), true), 50))
                .hasSize(5);
        assertThat(skus(new ProductFilter(null, Category.of("food"), null), 50)).hasSize(6);
        assertThat(skus(new ProductFilter("87654321", Category.NONE, null), 50)).containsExactly("R_1");
        assertThat(skus(new ProductFilter("R_", Category.NONE, null), 50)).containsExactly("R_1");
        assertThat(skus(new ProductFilter("100%", Category.NONE, null), 50)).hasSize(5);
        assertThat(skus(new ProductFilter("%", Category.of("food/rice"), null), 50))
                .isEmpty();
        assertThat(skus(new ProductFilter(null, Category.NONE, false), 50)).isEmpty();
        assertThat(skus(new ProductFilter(null, Category.NONE, null), 2))
                .containsExactly("P-1", "P-2", "P-3", "P-4", "P-5", "R_1", "X-1");
    }

    @Test
    void two_tenants_may_have_the_same_ids_and_skus_and_see_only_their_own() {
        Product mine = add(Sheets.of("P-1").named("Mine").sheet());
        TenantContext.run(there, () -> jdbc.sql("INSERT INTO inventory_product (tenant_id, id, sku, name, category,"
                        + " stock_unit, purchase_unit, sale_unit, active, version)"
                        + " VALUES (?, ?, 'P-1', 'Theirs', '', 'pcs', 'pcs', 'pcs', TRUE, 3)")
                .params(there.value(), mine.id().value())
                .update());

        inHere(() -> changing.change(mine.id(), new EntityVersion(0), b -> Sheets.of("P-1")
                .named("Still mine")
                .sheet()));

        assertThat(inHere(() -> finding.get(mine.id())).name()).isEqualTo("Still mine");
        assertThat(TenantContext.call(there, () -> finding.get(mine.id())).name())
                .isEqualTo("Theirs");
        assertThat(TenantContext.call(there, () -> finding.get(Sku.of("P-1"))).version())
                .isEqualTo(3);
    }

    @Test
    void what_another_tenant_has_is_not_found() {
        Product mine = add(Sheets.of("P-1").sheet());

        assertThatThrownBy(() -> TenantContext.call(there, () -> finding.get(mine.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> TenantContext.call(
                        there,
                        () -> changing.change(mine.id(), new EntityVersion(0), b -> Sheets.of("P-1")
                                .named("Stolen")
                                .sheet())))
                .isInstanceOf(NotFound.class);
        assertThat(TenantContext.call(there, () -> finding.find(List.of(Sku.of("P-1")))))
                .isEmpty();
        assertThat(inHere(() -> finding.get(mine.id()))).isEqualTo(mine);
    }

    private List<String> skus(ProductFilter filter, int limit) {
        return inHere(() -> {
            Slice<Product> page = finding.list(filter, new PageRequest(limit, null));
            var skus = new java.util.ArrayList<String>();
            page.items().forEach(p -> skus.add(p.sku().code()));
            while (page.next() != null) {
                page = finding.list(filter, new PageRequest(limit, page.next()));
                page.items().forEach(p -> skus.add(p.sku().code()));
            }
            return skus;
        });
    }

    private Product add(ProductSheet sheet) {
        return inHere(() -> adding.add(sheet));
    }
}
