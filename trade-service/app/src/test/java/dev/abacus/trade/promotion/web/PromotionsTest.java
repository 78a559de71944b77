package dev.abacus.trade.promotion.web;

import static dev.abacus.trade.testing.Papers.money;
import static dev.abacus.trade.testing.Papers.percentOff;
import static dev.abacus.trade.testing.Papers.promotion;
import static dev.abacus.trade.testing.Papers.quantity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.catalogue.ProductMother;
import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Promotions over HTTP: their rules, their scopes and their quotas, as orders meet them. */
class PromotionsTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Counter counter;
    private Api clerk;

    @BeforeEach
    void openTheShop() {
        clerk = clerk();
        counter = new Counter(clerk, as(acme, () -> shop.open("10000")));
    }

    private String made(String code, String rule, String more) {
        return clerk.post("/promotions", promotion(code, rule, more)).id();
    }

    private String discount(String... lines) {
        return clerk.post("/sales-orders/quotes", Papers.salesOrder(counter.customer(), lines))
                .is(200)
                .at("/discount/amount");
    }

    private String uses(String promotion) {
        Api.Answer read = clerk.get("/promotions/" + promotion).is(200);
        return read.at("/reservedUses") + "/" + read.at("/consumedUses");
    }

    @Test
    void a_promotion_is_as_it_was_made_whatever_its_rule() {
        for (String rule : new String[] {
            percentOff("12.5"),
            "{\"kind\":\"FULL_REDUCTION\",\"reduction\":" + money("5.00") + ",\"threshold\":" + money("50.00")
                    + ",\"repeat\":\"EVERY\"}",
            "{\"kind\":\"BUY_X_GET_Y\",\"buy\":" + quantity("2", "pcs") + ",\"get\":" + quantity("1", "pcs") + "}"
        }) {
            String code = "P-" + rule.hashCode();
            Api.Answer made = clerk.post(
                            "/promotions",
                            promotion(
                                    code,
                                    rule,
                                    ",\"scope\":{\"skus\":[\"PEN\"]},\"totalUses\":7,\"usesPerCustomer\":2"))
                    .is(201);
            Api.Answer read = clerk.get("/promotions/" + made.id());
            assertThat(read.json()).isEqualTo(made.json());
            assertThat(read.at("/rule/kind")).isNotEmpty();
            assertThat(read.at("/scope/skus/0")).isEqualTo("PEN");
            assertThat(read.at("/totalUses")).isEqualTo("7");
            assertThat(read.at("/usesPerCustomer")).isEqualTo("2");
            assertThat(read.etag()).isEqualTo(made.etag());
        }
    }

    @Test
    void a_percentage_is_taken_off_what_it_is_for() {
        made("PENS", percentOff("10"), ",\"scope\":{\"skus\":[\"PEN\"]}");
        assertThat(discount("PEN 10 pcs", "INK 2 pcs")).isEqualTo("3.00");
        assertThat(discount("INK 2 pcs")).isEqualTo("0.00");
    }

    @Test
    void a_category_covers_what_is_below_it_and_not_what_only_begins_like_it() {
        with(
                acme,
                () -> inventory.trades(
                        ProductMother.product("PEN", "office/pens"), ProductMother.product("INK", "officers")));
        made("OFFICE", percentOff("10"), ",\"scope\":{\"categories\":[\"office\"]}");
        assertThat(discount("PEN 10 pcs", "INK 2 pcs")).isEqualTo("3.00");
    }

    @Test
    void a_full_reduction_comes_off_from_its_threshold_on() {
        made(
                "FIVE",
                "{\"kind\":\"FULL_REDUCTION\",\"reduction\":" + money("5") + ",\"threshold\":" + money("30")
                        + ",\"repeat\":\"EVERY\"}",
                "");
        assertThat(discount("PEN 9 pcs")).isEqualTo("0.00");
        assertThat(discount("PEN 10 pcs")).isEqualTo("5.00");
        assertThat(discount("PEN 19 pcs")).isEqualTo("5.00");
        assertThat(discount("PEN 20 pcs")).isEqualTo("10.00");
    }

    @Test
    void of_every_three_one_is_free_in_the_unit_of_the_promotion() {
        made(
                "THREE-FOR-TWO",
                "{\"kind\":\"BUY_X_GET_Y\",\"buy\":" + quantity("2", "pcs") + ",\"get\":" + quantity("1", "pcs") + "}",
                "");
        assertThat(discount("PEN 2 pcs")).isEqualTo("0.00");
        assertThat(discount("PEN 3 pcs")).isEqualTo("3.00");
        assertThat(discount("PEN 8 pcs")).isEqualTo("6.00");
    }

    @Test
    void a_quota_of_two_serves_two_orders_and_the_third_pays_in_full() {
        String id = made("TWO", percentOff("50"), ",\"totalUses\":2");
        String first = counter.sells("PEN 10 pcs").id();
        assertThat(uses(id)).isEqualTo("0/1");
        counter.sells("PEN 10 pcs").is(201);
        assertThat(uses(id)).isEqualTo("0/2");
        assertThat(counter.sells("PEN 10 pcs").at("/total/amount")).isEqualTo("30.00");
        assertThat(uses(id)).isEqualTo("0/2");

        counter.cancels(first).is(200);
        assertThat(uses(id)).isEqualTo("0/1");
        assertThat(counter.sells("PEN 10 pcs").at("/total/amount")).isEqualTo("15.00");
    }

    @Test
    void an_order_that_comes_to_nothing_uses_nothing_up() {
        String id = made("ONE", percentOff("50"), ",\"totalUses\":1,\"usesPerCustomer\":1");
        with(acme, () -> stock.left(5));
        counter.sells("PEN 10 pcs").problem(409, "insufficient-stock");
        assertThat(uses(id)).isEqualTo("0/0");
        assertThat(counter.sells("PEN 5 pcs").at("/total/amount")).isEqualTo("7.50");
        assertThat(uses(id)).isEqualTo("0/1");
    }

    @Test
    void each_customer_has_his_own_share_of_a_quota() {
        made("EACH-ONE", percentOff("50"), ",\"usesPerCustomer\":1");
        String bert = clerk.post("/customers", Papers.customer("B-1", "100")).id();
        assertThat(counter.sells("PEN 2 pcs").at("/total/amount")).isEqualTo("3.00");
        assertThat(counter.sells("PEN 2 pcs").at("/total/amount")).isEqualTo("6.00");
        assertThat(new Counter(clerk, bert).sells("PEN 2 pcs").at("/total/amount"))
                .isEqualTo("3.00");
    }

    @Test
    void one_promotion_discounts_a_line_and_the_higher_priority_goes_first() {
        made("HALF", percentOff("50"), "");
        String tenth = clerk.post(
                        "/promotions",
                        promotion("TENTH", percentOff("10"), "").replace("\"priority\":1", "\"priority\":2"))
                .id();
        Api.Answer quote = clerk.post("/sales-orders/quotes", Papers.salesOrder(counter.customer(), "PEN 10 pcs"));
        assertThat(quote.at("/discount/amount")).isEqualTo("3.00");
        assertThat(quote.at("/lines/0/promotionId")).isEqualTo(tenth);
    }

    @Test
    void a_promotion_that_has_ended_takes_nothing_off() {
        made("TODAY", percentOff("10"), ",\"validTo\":\"" + clock.instant().plus(Duration.ofHours(1)) + "\"");
        assertThat(discount("PEN 10 pcs")).isEqualTo("3.00");
        clock.pass(Duration.ofHours(2));
        assertThat(discount("PEN 10 pcs")).isEqualTo("0.00");
    }

    @Test
    void its_terms_change_for_whoever_saw_them_last_and_never_below_what_is_used() {
        String id = made("THREE", percentOff("50"), ",\"totalUses\":3");
        String seen = clerk.get("/promotions/" + id).etag();
        counter.sells("PEN 1 pcs").is(201);
        counter.sells("PEN 1 pcs").is(201);
        String path = "/promotions/" + id;
        clerk.put(path, terms(2)).problem(428, "version-required");
        assertThat(clerk.putSeen(path, seen, terms(1))
                        .problem(422, "quota-below-use")
                        .get("uses")
                        .asInt())
                .isEqualTo(2);
        Api.Answer changed = clerk.putSeen(path, seen, terms(2)).is(200);
        assertThat(changed.at("/totalUses")).isEqualTo("2");
        assertThat(changed.at("/rule/percent")).startsWith("50");
        clerk.putSeen(path, seen, terms(9)).problem(412, "stale-version");
        assertThat(counter.sells("PEN 1 pcs").at("/total/amount")).isEqualTo("3.00");
    }

    @Test
    void a_promotion_that_makes_no_sense_is_refused() {
        made("TAKEN", percentOff("10"), "");
        clerk.post("/promotions", promotion("TAKEN", percentOff("10"), "")).problem(409, "code-taken");
        clerk.post("/promotions", promotion("X", percentOff("0"), "")).problem(400, "invalid-request");
        clerk.post("/promotions", promotion("X", percentOff("101"), "")).problem(400, "invalid-request");
        clerk.post("/promotions", promotion("X", percentOff("0.00001"), "")).problem(400, "invalid-value");
        clerk.post("/promotions", promotion("X", "{\"kind\":\"FREE\"}", "")).problem(400, "malformed-request");
        clerk.post("/promotions", promotion("X", percentOff("10"), ",\"totalUses\":0"))
                .problem(400, "invalid-request");
        clerk.post("/promotions", promotion("X", percentOff("10"), ",\"validTo\":\"2019-01-01T00:00:00Z\""))
                .problem(400, "invalid-value");
        String moreThanItsThreshold = "{\"kind\":\"FULL_REDUCTION\",\"reduction\":" + money("51") + ",\"threshold\":"
                + money("50") + ",\"repeat\":\"ONCE\"}";
        clerk.post("/promotions", promotion("X", moreThanItsThreshold, "")).problem(400, "invalid-value");
        String twoUnits =
                "{\"kind\":\"BUY_X_GET_Y\",\"buy\":" + quantity("2", "pcs") + ",\"get\":" + quantity("1", "box") + "}";
        clerk.post("/promotions", promotion("X", twoUnits, "")).problem(400, "invalid-value");
        clerk.get("/promotions/77").problem(404, "not-found");
        assertThat(clerk.get("/promotions").json().get("items").findValuesAsString("code"))
                .containsExactly("TAKEN");
    }

    private static String terms(int totalUses) {
        return "{\"name\":\"Changed\",\"validFrom\":\"2020-01-01T00:00:00Z\",\"priority\":1,\"totalUses\":" + totalUses
                + "}";
    }
}
