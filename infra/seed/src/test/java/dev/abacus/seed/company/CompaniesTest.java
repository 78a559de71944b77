package dev.abacus.seed.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.seed.company.Partner.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompaniesTest {

    @Test
    void a_barcode_ends_with_its_check_digit() {
        assertThat(Barcode.ean13("4006381", 33393)).isEqualTo("4006381333931");
    }

    @ParameterizedTest
    @MethodSource("dev.abacus.seed.company.Companies#all")
    void every_sku_and_barcode_is_used_once(Company company) {
        assertThat(company.articles()).hasSize(40);
        assertThat(company.articles()).extracting(Article::sku).doesNotHaveDuplicates();
        assertThat(company.articles()).extracting(Article::barcode).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.abacus.seed.company.Companies#all")
    void every_article_has_a_supplier_and_earns_something(Company company) {
        assertThat(company.articles()).allSatisfy(article -> {
            assertThat(company.suppliers()).extracting(Supplier::code).contains(article.supplier());
            assertThat(article.price()).isGreaterThan(article.cost());
            assertThat(article.demand().sku()).isEqualTo(article.sku());
        });
    }

    @ParameterizedTest
    @MethodSource("dev.abacus.seed.company.Companies#all")
    void a_week_is_a_week(Company company) {
        assertThat(company.articles()).allSatisfy(article -> assertThat(article.demand().week().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .isBetween(0.98, 1.02));
    }
}
