package dev.abacus.kernel.sqlguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableCatalogueTest {

    private final TableCatalogue catalogue = TableCatalogue.of(
            List.of(TableSpec.tenant("product"), TableSpec.shared("unit"), TableSpec.sharedWritable("fence")));

    @Test
    void a_table_is_found_whatever_its_case() {
        assertThat(catalogue.scope("PRODUCT")).contains(TableScope.TENANT);
        assertThat(catalogue.isTenantScoped("Product")).isTrue();
        assertThat(catalogue.scope("unit")).contains(TableScope.SHARED);
        assertThat(catalogue.isTenantScoped("fence")).isFalse();
    }

    @Test
    void a_table_that_is_not_listed_is_unknown() {
        assertThat(catalogue.scope("product_0")).isEmpty();
        assertThat(catalogue.isTenantScoped("secret")).isFalse();
    }

    @Test
    void a_table_is_listed_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableCatalogue.of(List.of(TableSpec.tenant("a"), TableSpec.shared("a"))));
    }

    @Test
    void a_name_that_needs_quotes_is_no_name() {
        for (String name : List.of("", "a b", "a.b", "`a`", "A", "1a", "a-b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> TableSpec.tenant(name));
        }
    }
}
