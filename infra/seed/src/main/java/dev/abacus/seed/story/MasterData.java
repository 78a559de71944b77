package dev.abacus.seed.story;

import dev.abacus.kernel.domain.Money;
import dev.abacus.kernel.domain.Quantity;
import dev.abacus.seed.client.Desk;
import dev.abacus.seed.client.Key;
import dev.abacus.seed.client.Upload;
import dev.abacus.seed.company.Article;
import dev.abacus.seed.company.Company;
import dev.abacus.seed.company.Partner.Customer;
import dev.abacus.trade.api.party.Contact;
import dev.abacus.trade.api.party.CustomerView;
import dev.abacus.trade.api.party.NewCustomer;
import dev.abacus.trade.api.pricing.NewPriceList;
import dev.abacus.trade.api.pricing.PriceBreak;
import dev.abacus.trade.api.pricing.PriceBreaks;
import dev.abacus.trade.api.pricing.PriceListView;
import dev.abacus.trade.api.promotion.NewPromotion;
import dev.abacus.trade.api.promotion.Rule;
import dev.abacus.trade.api.promotion.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a company must say before it can trade: its products, its partners, its prices and its offers. */
public final class MasterData {

    private static final Duration FILE = Duration.ofMinutes(2);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final BigDecimal CASE_PRICE = new BigDecimal("0.95");
    private static final BigDecimal FRIENDS_PRICE = new BigDecimal("0.92");
    private static final int QUOTA = 100_000;

    private final Crew crew;
    private final Company company;
    private final Desk desk;
    private final Journal journal;

    public MasterData(Crew crew, Journal journal) {
        this.crew = crew;
        this.company = crew.company();
        this.desk = crew.administrator();
        this.journal = journal;
    }

    public void state() {
        journal.step("import products", this::products);
        journal.step("import suppliers", this::suppliers);
        journal.step("enter customers", this::customers);
        journal.step("put prices into lists", this::prices);
        journal.step("make offers", this::offers);
    }

    private String products() {
        Upload.Progress done = Intake.take(desk.upload("inventory"), "products", Sheets.products(company), FILE);
        company.articles().forEach(this::check);
        return done.rowsRead() + " rows, none refused; " + company.articles().size() + " products found by SKU";
    }

    private void check(Article article) {
        var product = desk.products().bySku(article.sku());
        Expect.that("the name of " + article.sku(), product.name(), article.name());
        Expect.that("the stock unit of " + article.sku(), product.stockUnit(), article.piece());
    }

    private String suppliers() {
        Upload.Progress done = Intake.take(desk.upload("trade"), "suppliers", Sheets.suppliers(company), FILE);
        company.suppliers()
                .forEach(supplier -> Expect.that(
                        "the lead time of " + supplier.code(),
                        crew.supplier(supplier.code()).leadTimeDays(),
                        supplier.leadTimeDays()));
        return done.rowsRead() + " rows, none refused";
    }

    private String customers() {
        company.customers().forEach(this::customer);
        return company.customers().size() + " with a credit limit each";
    }

    private CustomerView customer(Customer customer) {
        return crew.findCustomer(customer.code()).orElseGet(() -> {
            NewCustomer wish = new NewCustomer(
                    customer.code(),
                    customer.name(),
                    Money.of(customer.credit(), company.currency()),
                    new Contact(null, null, customer.email()));
            return desk.customers().create(Key.of("customer", wish), wish);
        });
    }

    /** A list for everybody, cheaper by the case, and one for the best customer alone. */
    private String prices() {
        String everybody = list("WHOLESALE", null);
        put(everybody, company.articles().stream().flatMap(this::wholesale));
        CustomerView friend = crew.customer(company.customers().getFirst().code());
        String friends = list("FRIENDS", friend.id());
        put(friends, company.articles().stream().limit(5).map(article -> price(article, 1, FRIENDS_PRICE)));
        return "WHOLESALE for everybody, FRIENDS for " + friend.name();
    }

    private Stream<PriceBreak> wholesale(Article article) {
        return Stream.of(price(article, 1, BigDecimal.ONE), price(article, article.piecesPerCase(), CASE_PRICE));
    }

    private PriceBreak price(Article article, int from, BigDecimal part) {
        return new PriceBreak(
                article.sku(),
                Quantity.of(Integer.toString(from), article.piece()),
                company.money(article.price().multiply(part)));
    }

    private String list(String code, String customerId) {
        Optional<PriceListView> known = Pages.all(cursor -> desk.priceLists().list(200, cursor)).stream()
                .filter(list -> list.code().equals(code))
                .findFirst();
        return known.map(PriceListView::id).orElseGet(() -> {
            NewPriceList wish = new NewPriceList(
                    code, code.toLowerCase(), customerId, Currency.getInstance(company.currency()), LONG_AGO, null);
            return desk.priceLists().create(Key.of("price list", wish), wish).id();
        });
    }

    private void put(String list, Stream<PriceBreak> breaks) {
        desk.priceLists().putPrices(list, new PriceBreaks(breaks.toList()));
    }

    private String offers() {
        Goods goods = Goods.of(company);
        offer("TEN-OFF", new Rule.Percentage(BigDecimal.TEN), goods.discounted());
        offer(
                "TEN-AND-ONE",
                new Rule.BuyXGetY(
                        Quantity.of("10", goods.bundled().piece()),
                        Quantity.of("1", goods.bundled().piece())),
                goods.bundled());
        return "TEN-OFF on " + goods.discounted().sku() + ", TEN-AND-ONE on "
                + goods.bundled().sku() + " for at most " + QUOTA + " orders";
    }

    private void offer(String code, Rule rule, Article article) {
        boolean known = Pages.all(cursor -> desk.promotions().list(200, cursor)).stream()
                .anyMatch(promotion -> promotion.code().equals(code));
        if (!known) {
            NewPromotion wish = new NewPromotion(
                    code, code, rule, new Scope(Set.of(article.sku()), null), LONG_AGO, null, 1, QUOTA, null);
            desk.promotions().create(Key.of("offer", wish), wish);
        }
    }
}
