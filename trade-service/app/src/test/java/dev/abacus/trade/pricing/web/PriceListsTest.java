package dev.abacus.trade.pricing.web;

import static dev.abacus.trade.testing.Papers.priceList;
import static dev.abacus.trade.testing.Papers.prices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Price lists over HTTP: made, filled, changed, and what a customer pays by them. */
class PriceListsTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Api clerk;
    private String anna;

    @BeforeEach
    void openTheShop() {
        clerk = clerk();
        anna = as(acme, () -> shop.open("1000")).toString();
    }

    private String list(String code, String more, String... prices) {
        String id = clerk.post("/price-lists", priceList(code, more)).id();
        if (prices.length > 0) {
            clerk.put("/price-lists/" + id + "/prices", prices(prices)).is(204);
        }
        return id;
    }

    private Api.Answer price(String customer, String sku, String quantity, String unit) {
        return clerk.get("/prices?customer=" + customer + "&sku=" + sku + "&quantity=" + quantity + "&unit=" + unit);
    }

    private String of(String quantity) {
        return price(anna, "PEN", quantity, "pcs").is(200).at("/unitPrice/amount");
    }

    @Test
    void a_list_is_as_it_was_made() {
        Api.Answer made = clerk.post(
                "/price-lists",
                priceList("XMAS", ",\"customerId\":\"" + anna + "\",\"validTo\":\"2099-01-01T00:00:00Z\""));
        assertThat(made.header("Location")).isEqualTo("/price-lists/" + made.id());
        Api.Answer read = clerk.get("/price-lists/" + made.id()).is(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.etag()).isEqualTo(made.etag());
        assertThat(read.at("/customerId")).isEqualTo(anna);
        assertThat(read.at("/currency")).isEqualTo("CNY");
        assertThat(read.at("/validTo")).isEqualTo("2099-01-01T00:00:00Z");
    }

    @Test
    void whoever_takes_more_pays_the_break_that_he_reaches() {
        list("NEW", "", "PEN 1 pcs 2.90", "PEN 100 pcs 2.50", "PEN 1000 pcs 2");
        assertThat(of("99.999999")).isEqualTo("2.90");
        assertThat(of("100")).isEqualTo("2.50");
        assertThat(of("1000")).isEqualTo("2.00");
        JsonNode answer = price(anna, "PEN", "150", "pcs").json();
        assertThat(answer.at("/amount/amount").asString()).isEqualTo("375.00");
        assertThat(answer.at("/from/amount").asString()).isEqualTo("100");
        assertThat(answer.get("priceListCode").asString()).isEqualTo("NEW");
        assertThat(answer.get("customerSpecific").asBoolean()).isFalse();
    }

    @Test
    void a_customers_own_list_goes_first_even_when_it_is_dearer_and_only_for_him() {
        list("ANNA", ",\"customerId\":\"" + anna + "\"", "PEN 1 pcs 3.50");
        String bert = clerk.post("/customers", Papers.customer("B-1", "0")).id();
        assertThat(of("1")).isEqualTo("3.50");
        assertThat(price(anna, "PEN", "1", "pcs").json().get("customerSpecific").asBoolean())
                .isTrue();
        assertThat(price(bert, "PEN", "1", "pcs").at("/unitPrice/amount")).isEqualTo("3.00");
        assertThat(price(anna, "INK", "1", "pcs").at("/unitPrice/amount")).isEqualTo("12.50");
    }

    @Test
    void a_list_holds_from_its_first_moment_until_before_its_last() {
        String soon = clock.instant().plus(Duration.ofHours(1)).toString();
        String later = clock.instant().plus(Duration.ofHours(2)).toString();
        String paper = priceList("SALE", ",\"validTo\":\"" + later + "\"").replace("2020-01-01T00:00:00Z", soon);
        String id = clerk.post("/price-lists", paper).id();
        clerk.put("/price-lists/" + id + "/prices", prices("PEN 1 pcs 1")).is(204);

        assertThat(of("1")).isEqualTo("3.00");
        clock.pass(Duration.ofMinutes(61));
        assertThat(of("1")).isEqualTo("1.00");
        clock.pass(Duration.ofMinutes(60));
        assertThat(of("1")).isEqualTo("3.00");
    }

    @Test
    void a_price_replaces_the_one_of_its_sku_unit_and_quantity_and_leaves_the_others() {
        String id = list("NEW", "", "PEN 1 pcs 2.90", "PEN 10 pcs 2.80", "PEN 1 box 30");
        clerk.put("/price-lists/" + id + "/prices", prices("PEN 10 pcs 2.70", "INK 1 pcs 11"))
                .is(204);
        JsonNode all =
                clerk.get("/price-lists/" + id + "/prices").is(200).json().get("items");
        assertThat(all).hasSize(4);
        assertThat(of("10")).isEqualTo("2.70");
        assertThat(of("1")).isEqualTo("2.90");
        assertThat(price(anna, "PEN", "1", "box").at("/unitPrice/amount")).isEqualTo("30.00");
        assertThat(clerk.get("/price-lists/" + id + "/prices?sku=INK").json().get("items"))
                .hasSize(1);
    }

    @Test
    void all_prices_of_a_request_are_put_in_or_none() {
        String id = list("NEW", "", "PEN 1 pcs 2.90");
        String path = "/price-lists/" + id + "/prices";
        clerk.put(path, prices("PEN 1 pcs 1", "NONE 1 pcs 1")).problem(422, "unknown-sku");
        clerk.put(path, prices("PEN 1 pcs 1", "INK 1 litre 1")).problem(422, "wrong-unit");
        clerk.put(path, prices("PEN 1 pcs 1", "INK 1 pcs -1")).problem(400, "invalid-value");
        clerk.put(path, prices("PEN 1 pcs 1", "INK -1 pcs 1")).problem(400, "invalid-value");
        clerk.put(path, prices("PEN 1 pcs 1").replace("CNY", "EUR")).problem(400, "invalid-value");
        clerk.put(path, "{\"prices\":[]}").problem(400, "invalid-request");
        clerk.put("/price-lists/77/prices", prices("PEN 1 pcs 1")).problem(404, "not-found");
        assertThat(of("1")).isEqualTo("2.90");
        assertThat(clerk.get(path).json().get("items")).hasSize(1);
    }

    @Test
    void prices_are_read_page_by_page() {
        String id = list("NEW", "", "PEN 1 pcs 5", "PEN 2 pcs 4", "PEN 3 pcs 3", "INK 1 pcs 2", "INK 2 pcs 1");
        String path = "/price-lists/" + id + "/prices?limit=2";
        JsonNode first = clerk.get(path).is(200).json();
        JsonNode second = clerk.get(path + "&cursor=" + first.get("next").asString())
                .is(200)
                .json();
        JsonNode third = clerk.get(path + "&cursor=" + second.get("next").asString())
                .is(200)
                .json();
        List<String> read = Stream.of(first, second, third)
                .flatMap(page -> page.get("items").valueStream())
                .map(price -> price.at("/price/amount").asString())
                .toList();
        assertThat(read).containsExactlyInAnyOrder("5.00", "4.00", "3.00", "2.00", "1.00");
        assertThat(third.get("next").isNull()).isTrue();
    }

    @Test
    void a_list_is_changed_by_whoever_saw_it_last() {
        String id = list("NEW", "", "PEN 1 pcs 1");
        String path = "/price-lists/" + id;
        String seen = clerk.get(path).etag();
        String ended =
                "{\"name\":\"Ended\",\"validFrom\":\"2020-01-01T00:00:00Z\",\"validTo\":\"2020-02-01T00:00:00Z\"}";

        clerk.put(path, ended).problem(428, "version-required");
        clerk.putSeen(path, seen, ended.replace("2020-02", "2019-02")).problem(400, "invalid-value");
        assertThat(clerk.putSeen(path, seen, ended).is(200).at("/name")).isEqualTo("Ended");
        clerk.putSeen(path, seen, ended).problem(412, "stale-version");
        clerk.putSeen("/price-lists/77", seen, ended).problem(404, "not-found");
        assertThat(of("1")).isEqualTo("3.00");
    }

    @Test
    void a_code_is_taken_once_and_a_customers_list_is_in_his_currency() {
        list("NEW", "");
        clerk.post("/price-lists", priceList("NEW", "")).problem(409, "code-taken");
        String euros = priceList("EUR", ",\"customerId\":\"" + anna + "\"").replace("CNY", "EUR");
        clerk.post("/price-lists", euros).problem(400, "invalid-value");
        clerk.post("/price-lists", priceList("LOST", ",\"customerId\":\"77\"")).problem(404, "not-found");
        assertThat(clerk.get("/price-lists").json().get("items").findValuesAsString("code"))
                .containsExactly("NEW", "GENERAL");
    }

    @Test
    void many_prices_are_asked_for_at_once_and_none_is_an_answer_too() {
        String asked = "{\"customerId\":\"" + anna + "\",\"items\":[" + item("INK", "2") + "," + item("NONE", "1") + ","
                + item("PEN", "1") + "]}";
        JsonNode answers = clerk.post("/prices/lookup", asked).is(200).json();
        assertThat(answers.findValuesAsString("sku")).contains("INK", "NONE", "PEN");
        assertThat(answers.at("/0/price/amount/amount").asString()).isEqualTo("25.00");
        assertThat(answers.at("/1/price").isNull()).isTrue();
        assertThat(answers.at("/2/price/unitPrice/amount").asString()).isEqualTo("3.00");
        clerk.post("/prices/lookup", asked.replace(anna, "77")).problem(404, "not-found");
    }

    @Test
    void a_question_that_makes_no_sense_is_refused() {
        price(anna, "PEN", "0", "pcs").problem(400, "invalid-value");
        price(anna, "PEN", "many", "pcs").is(400);
        price(anna, "NONE", "1", "pcs").problem(422, "no-price");
        price("77", "PEN", "1", "pcs").problem(404, "not-found");
        clerk.get("/prices?customer=" + anna + "&sku=PEN").is(400);
    }

    private static String item(String sku, String quantity) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":" + Papers.quantity(quantity, "pcs") + "}";
    }
}
