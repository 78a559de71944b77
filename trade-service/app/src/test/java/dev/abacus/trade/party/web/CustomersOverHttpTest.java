package dev.abacus.trade.party.web;

import static dev.abacus.trade.testing.Papers.customer;
import static dev.abacus.trade.testing.Papers.customerChange;
import static dev.abacus.trade.testing.Papers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.abacus.trade.testing.Api;
import dev.abacus.trade.testing.Counter;
import dev.abacus.trade.testing.Papers;
import dev.abacus.trade.testing.Shop;
import dev.abacus.trade.testing.TradeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CustomersOverHttpTest extends TradeTest {

    @Autowired
    private Shop shop;

    private Api clerk;

    @BeforeEach
    void asAClerk() {
        clerk = clerk();
    }

    @Test
    void a_customer_is_as_he_was_taken_on() {
        String paper = Papers.with(
                customer("A-1", "1000.5"),
                "contact",
                "{\"person\":\"Anna Wu\",\"phone\":\"+86 10\",\"email\":\"anna@example.com\"}");
        Api.Answer made = clerk.post("/customers", paper);

        assertThat(made.header("Location")).isEqualTo("/customers/" + made.id());
        Api.Answer read = clerk.get("/customers/" + made.id()).is(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.etag()).isEqualTo("\"0\"");
        assertThat(read.at("/credit/limit/amount")).isEqualTo("1000.50");
        assertThat(read.at("/credit/available/amount")).isEqualTo("1000.50");
        assertThat(read.at("/contact/email")).isEqualTo("anna@example.com");
        assertThat(read.json().get("active").asBoolean()).isTrue();
    }

    @Test
    void a_change_is_made_by_whoever_saw_the_customer_last() {
        String path =
                "/customers/" + clerk.post("/customers", customer("A-1", "100")).id();
        clerk.put(path, customerChange("Anna", "200", true)).problem(428, "version-required");
        Api.Answer changed = clerk.putSeen(path, "\"0\"", customerChange("Anna", "200", true))
                .is(200);
        assertThat(changed.at("/name")).isEqualTo("Anna");
        assertThat(changed.at("/code")).isEqualTo("A-1");
        assertThat(changed.at("/credit/limit/amount")).isEqualTo("200.00");
        clerk.putSeen(path, "\"0\"", customerChange("Other", "1", true)).problem(412, "stale-version");
        clerk.putSeen(path, "0", customerChange("Other", "1", true)).problem(400, "invalid-value");
        assertThat(clerk.get(path).json()).isEqualTo(changed.json());
    }

    @Test
    void a_limit_does_not_go_below_what_is_on_credit_nor_to_another_currency() {
        var counter = new Counter(clerk, as(acme, () -> shop.open("100")));
        counter.sells("PEN 10 pcs").is(201);
        String path = "/customers/" + counter.customer();
        String seen = clerk.get(path).etag();

        assertThat(clerk.putSeen(path, seen, customerChange("Anna", "29.99", true))
                        .problem(422, "credit-limit-below-use")
                        .at("/available/amount")
                        .asString())
                .isEqualTo("70.00");
        clerk.putSeen(path, seen, customerChange("Anna", "-1", true)).problem(400, "invalid-value");
        clerk.putSeen(path, seen, customerChange("Anna", "50", true).replace("CNY", "EUR"))
                .problem(400, "invalid-value");
        assertThat(clerk.get(path).etag()).isEqualTo(seen);
        clerk.putSeen(path, seen, customerChange("Anna", "30", true)).is(200);
        assertThat(counter.credit()).isEqualTo("30.00/0.00/0.00/0.00");
    }

    @Test
    void many_are_looked_up_at_once_and_the_unknown_left_out() {
        String anna = clerk.post("/customers", customer("A-1", "1")).id();
        String bert = clerk.post("/customers", customer("B-1", "2")).id();
        JsonNode found =
                clerk.post("/customers/lookup", ids(bert, "77", anna)).is(200).json();
        assertThat(found.findValuesAsString("code")).containsExactlyInAnyOrder("A-1", "B-1");
        assertThat(clerk.post("/customers/lookup", ids("77")).is(200).json()).isEmpty();
        clerk.post("/customers/lookup", ids()).problem(400, "invalid-request");
        clerk.post("/customers/lookup", ids("anna")).problem(400, "invalid-value");
    }

    @Test
    void the_list_goes_by_code_page_by_page_and_may_be_searched() {
        for (String code : new String[] {"C", "A", "B"}) {
            clerk.post("/customers", customer(code, "1")).is(201);
        }
        JsonNode first = clerk.get("/customers?limit=2").is(200).json();
        assertThat(first.get("items").findValuesAsString("code")).containsExactly("A", "B");
        JsonNode rest = clerk.get(
                        "/customers?limit=2&cursor=" + first.get("next").asString())
                .json();
        assertThat(rest.get("items").findValuesAsString("code")).containsExactly("C");
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(clerk.get("/customers?search=customer%20b")
                        .json()
                        .get("items")
                        .findValuesAsString("code"))
                .containsExactly("B");
    }

    @Test
    void what_is_not_right_is_listed_and_nobody_is_taken_on() {
        JsonNode problem =
                clerk.post("/customers", "{\"code\":\" \",\"name\":\"\"}").problem(400, "invalid-request");
        assertThat(problem.get("errors").findValuesAsString("field")).contains("code", "name", "creditLimit");
        clerk.post("/customers", customer("X".repeat(41), "1")).problem(400, "invalid-request");
        clerk.post("/customers", customer("A-1", "-1")).problem(400, "invalid-value");
        clerk.post("/customers", customer("A-1", "1").replace("CNY", "ABC")).is(400);
        clerk.post("/customers", Papers.with(customer("A-1", "1"), "contact", "{\"email\":\"not an address\"}"))
                .problem(400, "invalid-request");
        assertThat(clerk.get("/customers").json().get("items")).isEmpty();
        clerk.post("/customers", customer("A-1", "1")).is(201);
        clerk.post("/customers", customer("A-1", "1")).problem(409, "code-taken");
    }

    @Test
    void the_entries_of_an_account_are_read_page_by_page_the_newest_first() {
        var counter = new Counter(clerk, as(acme, () -> shop.open("100")));
        for (int i = 1; i <= 3; i++) {
            counter.sells("PEN " + i + " pcs").is(201);
        }
        String path = "/customers/" + counter.customer() + "/credit-entries?limit=2";
        JsonNode first = clerk.get(path).json();
        JsonNode rest =
                clerk.get(path + "&cursor=" + first.get("next").asString()).json();
        assertThat(first.at("/items/0/reserved/amount").asString()).isEqualTo("9.00");
        assertThat(first.at("/items/1/reserved/amount").asString()).isEqualTo("6.00");
        assertThat(rest.at("/items/0/reserved/amount").asString()).isEqualTo("3.00");
        clerk.get("/customers/77/credit-entries").problem(404, "not-found");
    }
}
