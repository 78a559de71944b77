package dev.abacus.seed.company;

import dev.abacus.kernel.domain.Money;
import dev.abacus.seed.company.Partner.Customer;
import dev.abacus.seed.company.Partner.Supplier;
import dev.abacus.seed.demand.DemandProfile;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * A company of the demo.
 *
 * @param code what its people type when they sign in
 * @param seed of everything about it that is left to chance
 */
public record Company(
        String code,
        String name,
        String currency,
        String language,
        String timeZone,
        long seed,
        Employee administrator,
        Employee buyer,
        Employee keeper,
        Employee seller,
        List<Supplier> suppliers,
        List<Customer> customers,
        List<Article> articles) {

    /** The same company once more, under another code. */
    public Company called(String otherCode) {
        return new Company(
                otherCode,
                name,
                currency,
                language,
                timeZone,
                seed,
                administrator,
                buyer,
                keeper,
                seller,
                suppliers,
                customers,
                articles);
    }

    public Money money(BigDecimal amount) {
        return new Money(amount, Currency.getInstance(currency));
    }

    public List<Employee> staff() {
        return List.of(buyer, keeper, seller);
    }

    public List<DemandProfile> demand() {
        return articles.stream().map(Article::demand).toList();
    }

    public Article article(String sku) {
        return articles.stream()
                .filter(article -> article.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no " + sku));
    }
}
